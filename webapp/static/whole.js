// Where do people click? On the whole of a hit, which opens like its link; not where they select words. J and K go from
// hit to hit.
"use strict";

(() => {
  const OTHERS = "a, button, summary, input, label, .why";
  document.documentElement.classList.add("scripted");

  function opened(event) {
    const whole = event.target.closest(".whole");
    if (!whole || event.target.closest(OTHERS) || !document.getSelection().isCollapsed) return null;
    return event.target.closest(".caller")?.querySelector("a.caller-label") ?? whole.querySelector("a.opens");
  }

  document.addEventListener("click", (event) => {
    const link = event.button === 0 && !event.defaultPrevented && opened(event);
    if (!link) return;
    if (event.ctrlKey || event.metaKey) open(link.href, "_blank", "noopener");
    else if (!event.shiftKey && !event.altKey) link.click();
  });

  document.addEventListener("auxclick", (event) => {
    const link = event.button === 1 && opened(event);
    if (link) open(link.href, "_blank", "noopener");
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const by = { KeyJ: 1, KeyK: -1 }[event.code];
    const links = [...document.querySelectorAll(".whole a.opens")];
    if (!by || !links.length) return;
    event.preventDefault();
    const at = links.findIndex((link) => link.closest(".whole").contains(document.activeElement));
    const link = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)];
    link.focus({ preventScroll: true });
    link.closest(".whole").scrollIntoView({ block: "center" });
  });
})();

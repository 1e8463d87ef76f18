// Where is the next match? Steps through a document from passage to passage without a new page, by button and by key.
"use strict";

(() => {
  const finder = document.getElementById("finder");
  const box = document.getElementById("find");
  if (!finder) return;
  const anchors = finder.dataset.anchors.split(" ").filter(Boolean);
  const [previous, following] = ["prev", "next"].map((rel) => finder.querySelector(`.steps a[rel~=${rel}]`));
  let at = anchors.indexOf(document.querySelector(".chosen")?.id);

  function address(anchor) {
    const url = new URL(location.href);
    url.searchParams.set("p", anchor.replace(/^p-/, ""));
    url.hash = anchor;
    return url;
  }

  function step(by) {
    const to = at < 0 && by < 0 ? anchors.length - 1 : (at + by + anchors.length) % anchors.length;
    const unit = document.getElementById(anchors[to]);
    if (!unit) return;
    for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
    unit.classList.add("chosen");
    at = to;
    history.replaceState(null, "", address(anchors[at]));
    // The address alone would scroll only where no passage is its target yet.
    const mark = unit.querySelector("mark");
    const place = unit.getBoundingClientRect().height > innerHeight / 2 && mark ? mark : unit;
    place.scrollIntoView({ block: "center" });
    finder.querySelector(".at").textContent = at + 1;
    const said = finder.dataset.said.replace("{n}", at + 1).replace("{of}", anchors.length);
    finder.querySelector("[role=status]").textContent = said;
    previous.href = address(anchors[(at - 1 + anchors.length) % anchors.length]);
    following.href = address(anchors[(at + 1) % anchors.length]);
  }

  finder.addEventListener("click", (event) => {
    const link = event.target.closest(".steps a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const by = link === following ? 1 : link === previous ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    step(by);
  });

  // Keys by their place: a Hangul keyboard has the same ones.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) {
      if (event.target === box && event.key === "Escape") box.blur();
      return;
    }
    const by = { KeyJ: 1, KeyK: -1 }[event.code];
    if (by && anchors.length) {
      event.preventDefault();
      step(by);
    } else if (event.code === "KeyF") {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });
})();

// What can be done with a passage? It is cited, its link is copied, it is put into the list, its printed lines are looked at:
// the tools for that come to the passage that is pointed at, reached by the keyboard or tapped. Each passage is one stop of
// the Tab key; arrow keys go from tool to tool.
"use strict";

(() => {
  const SHOW = 250; // milliseconds of pointing until the tools come
  const HIDE = 300; // milliseconds for the way to them

  const template = document.getElementById("tools");
  const main = document.getElementById("content");
  if (!template) return;
  const [name, copier, keeper, lines] = template.content.firstElementChild.cloneNode(true).children;
  document.documentElement.classList.add("with-tools");

  let held = null; // the grip that has the tools
  let timer;

  const gripOf = (target) => target?.closest?.("main .unit, main .notes li")?.querySelector(".grip") ?? null;

  function take(grip) {
    clearTimeout(timer);
    if (held === grip) return;
    leave();
    held = grip;
    const pilcrow = grip.querySelector(".pilcrow");
    copier.dataset.copy = pilcrow.dataset.copy;
    keeper.dataset.keep = decodeURIComponent(pilcrow.pathname.split("/").pop());
    keeper.href = `${keeper.getAttribute("href").split("?")[0]}?p=${keeper.dataset.keep}`;
    markKept(keeper);
    lines.href = `${pilcrow.pathname}/lines`;
    lines.lastElementChild.textContent = pilcrow.dataset.lines;
    pilcrow.append(name);
    grip.append(copier, keeper, ...(pilcrow.dataset.lines ? [lines] : []));
    grip.setAttribute("role", "toolbar");
    grip.setAttribute("aria-label", template.dataset.name);
    grip.classList.add("held");
    const box = grip.closest(".table-box");
    if (box) grip.style.right = `${Math.max(0, grip.parentElement.getBoundingClientRect().right - box.getBoundingClientRect().right)}px`;
  }

  function leave() {
    clearTimeout(timer);
    if (!held) return;
    for (const one of [name, copier, keeper, lines]) one.remove();
    held.removeAttribute("role");
    held.removeAttribute("aria-label");
    held.classList.remove("held");
    held = null;
  }

  main.addEventListener("pointerover", (event) => {
    const grip = event.pointerType === "mouse" && !event.buttons && gripOf(event.target);
    if (!grip) return;
    clearTimeout(timer);
    if (grip !== held) timer = setTimeout(() => take(grip), SHOW);
  });

  main.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "mouse" || (held && gripOf(event.relatedTarget) === held)) return;
    clearTimeout(timer);
    if (!held?.contains(document.activeElement)) timer = setTimeout(leave, HIDE);
  });

  main.addEventListener("focusin", (event) => {
    const grip = event.target.closest(".grip");
    if (grip) take(grip);
  });

  main.addEventListener("focusout", (event) => {
    if (held && event.relatedTarget && !held.contains(event.relatedTarget)) leave();
  });

  document.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || !document.getSelection().isCollapsed) return;
    if (event.target.closest("a, button, summary, [role=button], .slip")) return;
    const grip = gripOf(event.target);
    if (grip && grip !== held) take(grip);
    else leave();
  });

  main.addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!held?.contains(event.target)) return;
    if (event.key === "Escape") return leave();
    if (!way) return;
    event.preventDefault();
    const stops = [...held.querySelectorAll("a, button")];
    stops[(stops.indexOf(event.target) + way + stops.length) % stops.length].focus();
  });
})();

// Which section is being read? The contents say so while one scrolls, and close when one of them was chosen.
"use strict";

const list = document.getElementById("contents");
const entries = [...list.querySelectorAll("a")].flatMap((link) => {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return heading ? [{ link, heading }] : [];
});
const LINE = 120; // pixels from the top above which a heading is passed
let current = null;
let waiting = false;

function follow() {
  waiting = false;
  const passed = entries.filter(({ heading }) => heading.getBoundingClientRect().top <= LINE);
  const now = passed.length ? passed[passed.length - 1].link : null;
  if (now === current) return;
  current?.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "true");
  current = now;
  const box = list.parentElement;
  if (now && box.scrollHeight > box.clientHeight) {
    const { top, bottom } = now.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3;
  }
}

addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(follow);
}, { passive: true });
follow();

list.addEventListener("click", (event) => {
  if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
});

// Where is a note read? Beside the line that calls it, where the margin has room for it; else it opens there as a card.
// Each mark has a slip of its own. At rest in the margin it is a picture of the note at the end of the text: out of the
// way of the Tab key and of screen readers, which find the note by its mark. Opened, it is read and reached as any text.
"use strict";

(() => {
  const NARROWEST = 192; // px of margin, below which no note stands there
  const WIDEST = 320; // px of a note in the margin
  const BETWEEN = 28; // px between the text and its notes
  const GAP = 12; // px between two notes
  const DRIFT = 180; // px from its line, beyond which a note no longer stands beside it
  const EDGE = 8; // px between a card and the edge of the screen
  const SCROLLED = 64; // px of scrolling that close a card
  const SHOW = 120; // milliseconds of pointing that open a card
  const HIDE = 260; // milliseconds for the way from a mark to its card

  const template = document.getElementById("slip");
  const main = document.getElementById("content");
  const marks = [...main.querySelectorAll(".noteref")].map((mark) => mark.querySelector("a") ?? asButton(mark));
  if (!template || !marks.length) return;

  const text = main.querySelector("article > .body") ?? main.querySelector(".the-passage");
  const layer = document.createElement("div");
  layer.className = "slips";
  main.append(layer);

  let opened = null; // the call whose slip is open
  let pinned = false; // whether it was opened by more than pointing or passing by
  let quiet = false; // whether focus moves without opening anything
  let from = 0; // where the page was scrolled to when the card opened
  let timer;
  let mouse = [0, 0]; // where it was last; browsers think so, too, where they do not know yet
  let unmoved = false; // whether a mark came to stand under a mouse that rests

  // A mark without a note is nothing to follow, but says why when it is asked.
  function asButton(mark) {
    const button = document.createElement("span");
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.append(...mark.childNodes);
    mark.append(button);
    mark.removeAttribute("title");
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
    return button;
  }

  function copyOf(element) {
    const copied = element.cloneNode(true);
    for (const one of [copied, ...copied.querySelectorAll("*")]) {
      for (const name of one.getAttributeNames()) if (name === "id" || name.startsWith("data-")) one.removeAttribute(name);
    }
    return copied;
  }

  function slipOf(mark, index) {
    const slip = template.content.firstElementChild.cloneNode(true);
    const [label, words] = [slip.querySelector(".slip-label"), slip.querySelector(".slip-text")];
    const note = mark.hash ? document.getElementById(decodeURIComponent(mark.hash.slice(1))) : null;
    slip.id = `slip-${index + 1}`;
    if (note) {
      slip.setAttribute("aria-label", mark.getAttribute("aria-label"));
      label.href = mark.hash;
      label.textContent = note.querySelector(".label").textContent;
      for (const part of note.querySelectorAll(".note-text > p, .note-tools > .same-as")) words.append(copyOf(part));
    } else {
      slip.setAttribute("aria-label", mark.querySelector(".unseen").textContent);
      slip.classList.add("open-reference");
      label.remove();
      words.append(mark.querySelector(".unseen").textContent);
    }
    slip.hidden = true;
    layer.append(slip);
    const call = { mark, slip, fold: slip.querySelector(".slip-fold"), bound: note !== null, beside: false, unfolded: false };
    rest(call);
    return call;
  }

  const calls = marks.map(slipOf);
  const callOf = (target) => calls.find(({ mark, slip }) => mark.contains(target) || slip.contains(target));
  const stops = (call) => [...call.slip.querySelectorAll("a, button:not([hidden])")];

  function rest({ slip, mark }) {
    slip.setAttribute("aria-hidden", "true");
    for (const stop of slip.querySelectorAll("a, button")) stop.tabIndex = -1;
    mark.setAttribute("aria-expanded", "false");
    mark.removeAttribute("aria-describedby");
  }

  function wake({ slip, mark }) {
    slip.removeAttribute("aria-hidden");
    for (const stop of slip.querySelectorAll("a, button")) stop.removeAttribute("tabindex");
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-describedby", slip.id);
  }

  // In the margin

  function room() {
    const box = text.getBoundingClientRect();
    const right = document.documentElement.clientWidth - 20;
    const left = box.right + BETWEEN;
    return main.matches(".document") && right - left >= NARROWEST ? [left, Math.min(WIDEST, right - left)] : null;
  }

  // Notes in their order, each as near to its line as the others let it: notes that would overlap stand close together,
  // so that they are, on the whole, no farther below their lines than above them.
  function settle(ones) {
    const groups = [];
    for (const one of ones) {
      let group = { ones: [one], height: one.height, sum: one.line };
      for (let above; (above = groups[groups.length - 1]) && start(above) + above.height + GAP > start(group); groups.pop()) {
        const lower = above.height + GAP;
        group = {
          ones: [...above.ones, ...group.ones],
          height: lower + group.height,
          sum: above.sum + group.sum - lower * group.ones.length,
        };
      }
      groups.push(group);
    }
    for (const group of groups) {
      let top = start(group);
      for (const one of group.ones) {
        one.top = top;
        top += one.height + GAP;
      }
    }
    return groups;
  }

  const start = ({ sum, ones }) => Math.max(sum / ones.length, 0);
  const strays = (one) => Math.abs(one.top - one.line) > DRIFT;

  // The notes that have room near their lines. Of a crowd the one that saves most folds harder, one after the other, until
  // all have; where that is not enough, those farthest from their lines are left to be opened as cards.
  function stand(ones) {
    const most = (group, value) => group.ones.reduce((best, one) => (value(one) > value(best) ? one : best));
    for (let left = ones; ; ) {
      const crowds = settle(left).filter((group) => group.ones.some(strays));
      if (!crowds.length) return left;
      for (const crowd of crowds) {
        const long = most(crowd, ({ height, tight }) => height - tight);
        const far = most(crowd, ({ top, line }) => Math.abs(top - line));
        if (long.height > long.tight) long.height = long.tight;
        else left = left.filter((one) => one !== far);
      }
    }
  }

  function heights(ones, fold) {
    for (const { call } of ones) {
      call.slip.className = `slip beside ${fold}`;
      call.fold.hidden = !fold;
    }
    return ones.map(({ call }) => call.slip.offsetHeight);
  }

  function layOut() {
    const space = room();
    for (const call of calls) {
      call.beside = false;
      call.slip.classList.remove("beside", "folded", "tight");
      call.slip.hidden = call !== opened;
      call.fold.hidden = true;
    }
    if (space) fill(space, calls.filter(({ bound, mark }) => bound && mark.checkVisibility()).map((call) => ({ call })));
    if (opened && !opened.beside) place(opened);
  }

  function fill([left, width], ones) {
    for (const { call } of ones) {
      call.slip.hidden = false;
      call.slip.style.cssText = `left: ${left + scrollX}px; width: ${width}px; top: 0`;
    }
    const [whole, folded, tight] = ["", "folded", "tight"].map((fold) => heights(ones, fold));
    ones.forEach((one, i) => {
      one.line = one.call.mark.getBoundingClientRect().top + scrollY - 4;
      one.whole = whole[i];
      one.height = Math.min(folded[i], whole[i]);
      one.tight = Math.min(tight[i], whole[i]);
    });
    const placed = stand(ones);
    for (const { call } of ones) {
      call.slip.hidden = call !== opened;
      call.slip.className = `slip${call === opened ? " open" : ""}`;
    }
    let bottom = 0;
    for (const one of placed) {
      const top = Math.max(one.top, bottom + GAP); // an unfolded note moves those below it, and none above
      setDown(one, top);
      bottom = top + (one.call.unfolded ? one.whole : one.height);
    }
  }

  function setDown({ call, height, whole, tight }, top) {
    const long = height < whole;
    const cut = long && !call.unfolded;
    call.beside = true;
    call.slip.hidden = false;
    call.slip.style.top = `${top}px`;
    call.slip.className = `slip beside${cut ? (height === tight ? " tight" : " folded") : ""}${call === opened ? " open" : ""}`;
    call.fold.hidden = !long;
    call.fold.setAttribute("aria-expanded", String(!cut));
    call.fold.setAttribute("aria-label", cut ? call.fold.dataset.unfold : call.fold.dataset.fold);
    call.fold.textContent = cut ? "+" : "−";
  }

  // As a card

  function place({ mark, slip }) {
    const view = document.documentElement;
    const at = mark.getBoundingClientRect();
    slip.style.cssText = "";
    const width = slip.offsetWidth;
    const left = Math.min(Math.max(at.left - 24, EDGE), view.clientWidth - width - EDGE);
    const [above, below] = [at.top - 3 * EDGE, innerHeight - at.bottom - 3 * EDGE];
    const under = below >= Math.min(slip.offsetHeight, 240) || below >= above;
    slip.style.maxHeight = `${Math.max(under ? below : above, 96)}px`;
    slip.style.left = `${left + scrollX}px`;
    slip.style.top = `${scrollY + (under ? at.bottom + EDGE : at.top - EDGE - slip.offsetHeight)}px`;
  }

  function open(call, pin) {
    clearTimeout(timer);
    if (opened !== call) {
      close();
      opened = call;
      wake(call);
      call.slip.hidden = false;
      call.slip.classList.add("open");
      call.mark.closest(".noteref").classList.add("called");
      from = scrollY;
      if (!call.beside) place(call);
    }
    pinned = pinned || pin;
  }

  function close() {
    clearTimeout(timer);
    if (!opened) return;
    const call = opened;
    opened = null;
    pinned = false;
    if (call.slip.contains(document.activeElement)) focus(call.mark);
    rest(call);
    call.slip.classList.remove("open");
    call.mark.closest(".noteref").classList.remove("called");
    if (!call.beside) call.slip.hidden = true;
  }

  function focus(element) {
    quiet = true;
    element.focus({ preventScroll: true });
    quiet = false;
  }

  function unfold(call, whole) {
    call.unfolded = whole;
    layOut();
  }

  function enter(call) {
    open(call, true);
    if (call.beside && !call.fold.hidden && !call.unfolded) unfold(call, true);
    focus(call.slip);
    if (call.beside) call.slip.scrollIntoView({ block: "nearest" });
    from = scrollY;
  }

  // What opens and closes

  main.addEventListener("click", (event) => {
    const call = callOf(event.target);
    if (!call || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (event.target.closest(".slip-fold")) return unfold(call, !call.unfolded);
    if (event.target.closest(".slip-label")) return close();
    if (!call.mark.contains(event.target)) return;
    event.preventDefault();
    if (opened === call && pinned) close();
    else enter(call);
  });

  function point(call) {
    clearTimeout(timer);
    if (call === opened) return;
    if (!pinned) timer = setTimeout(() => open(call, false), call.beside ? 0 : SHOW);
  }

  // A page that comes or moves under a resting mouse opens nothing: nobody pointed at anything.
  main.addEventListener("pointerover", (event) => {
    const call = event.pointerType === "mouse" && callOf(event.target);
    if (!call) return;
    unmoved = event.clientX === mouse[0] && event.clientY === mouse[1] && call !== opened;
    if (!unmoved) point(call);
  });

  document.addEventListener("pointermove", (event) => {
    const moved = event.clientX !== mouse[0] || event.clientY !== mouse[1];
    mouse = [event.clientX, event.clientY];
    if (!unmoved || !moved) return;
    unmoved = false;
    const call = callOf(event.target);
    if (call) point(call);
  }, { passive: true });

  main.addEventListener("pointerout", (event) => {
    const call = event.pointerType === "mouse" && callOf(event.target);
    if (!call || callOf(event.relatedTarget) === call) return;
    clearTimeout(timer);
    if (!pinned) timer = setTimeout(close, HIDE);
  });

  main.addEventListener("focusin", (event) => {
    const call = callOf(event.target);
    if (call && !quiet && event.target.matches(":focus-visible")) {
      open(call, false);
      requestAnimationFrame(() => requestAnimationFrame(() => { from = scrollY; }));
    }
  });

  main.addEventListener("focusout", (event) => {
    if (opened && !quiet && event.relatedTarget && callOf(event.relatedTarget) !== opened) close();
  });

  document.addEventListener("pointerdown", (event) => {
    const call = callOf(event.target);
    if (opened && call !== opened) close();
    if (call && call.slip.contains(event.target)) open(call, true);
  });

  document.addEventListener("scroll", () => {
    if (opened && !opened.beside && Math.abs(scrollY - from) > SCROLLED) close();
  }, { passive: true });

  document.addEventListener("keydown", (event) => {
    if (!opened || event.isComposing) return;
    const call = opened;
    const inside = call.slip.contains(document.activeElement);
    if (event.key === "Escape") {
      event.preventDefault();
      if (inside) focus(call.mark);
      close();
    } else if (event.key === "Tab") step(event, call, inside);
  });

  // The Tab key goes from a mark into its open slip and out of it behind the mark, as if the slip stood there.
  function step(event, call, inside) {
    const ways = stops(call);
    const at = document.activeElement;
    if (at === call.mark && !event.shiftKey && ways.length) {
      event.preventDefault();
      focus(ways[0]);
    } else if (inside && event.shiftKey && (at === call.slip || at === ways[0])) {
      event.preventDefault();
      focus(call.mark);
    } else if (inside && !event.shiftKey && (!ways.length || at === ways[ways.length - 1])) {
      focus(call.mark); // and the key goes on from there
    }
  }

  new ResizeObserver(layOut).observe(main);
  addEventListener("resize", layOut);
})();

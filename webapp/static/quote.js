// Which words did the reader select? A small button copies a link that opens the passage with exactly these words
// marked, and a link beside it leads there to cite them.
// Offsets count code points of the passage's text, as archive/history/quotation.py reads them; note marks and links beside the
// text are not part of it.
"use strict";

(() => {
  const ALPHABET = "23456789abcdhjkmprstwxy";
  const SIGNS = 5;
  const SIZE = ALPHABET.length ** SIGNS;
  const FACTOR = 65599;
  const ASIDE = ".noteref, .seam, .grip, .unseen, button, .quote";

  const button = document.getElementById("quote");
  if (!button) return;
  const cite = document.getElementById("quote-cite");
  const name = button.textContent;
  let link = "";

  const units = [...document.querySelectorAll("[data-address]")].sort((a, b) => a.dataset.n - b.dataset.n);
  const pieces = (unit) => (unit.matches("[data-at]") ? [unit] : [...unit.querySelectorAll("[data-at]")]);

  // The text nodes of a piece that belong to the passage.
  function* nodes(piece) {
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(ASIDE)) yield walker.currentNode;
  }

  const textOf = (piece) => [...nodes(piece)].map((node) => node.data).join("");
  const asSent = new Map(units.flatMap(pieces).map((piece) => [piece, textOf(piece)]));
  const points = (text) => [...text];

  // A table row says more than its cells show where cells are merged: its whole text comes with it.
  const whole = (unit) => points(unit.dataset.row ?? pieces(unit).map((piece) => asSent.get(piece)).join(""));

  function check(words) {
    let total = 0;
    for (const char of words) if (/[\p{L}\p{N}]/u.test(char)) total = (total * FACTOR + char.codePointAt(0)) % SIZE;
    let signs = "";
    for (let i = 0; i < SIGNS; i++) {
      signs += ALPHABET[total % ALPHABET.length];
      total = Math.floor(total / ALPHABET.length);
    }
    return signs;
  }

  function translated() {
    const root = document.documentElement;
    if (/\btranslated/.test(root.className) || root.lang !== root.dataset.language) return true;
    return [...asSent].some(([piece, text]) => textOf(piece) !== text);
  }

  // The part of a unit's text that a range covers, as code points; null where it covers none.
  function covered(unit, range) {
    let from = null;
    let to = null;
    for (const piece of pieces(unit)) {
      if (!range.intersectsNode(piece)) continue;
      let at = Number(piece.dataset.at);
      for (const node of nodes(piece)) {
        if (range.intersectsNode(node)) {
          const start = node === range.startContainer ? range.startOffset : 0;
          const end = node === range.endContainer ? range.endOffset : node.length;
          if (start < end) {
            from ??= at + points(node.data.slice(0, start)).length;
            to = at + points(node.data.slice(0, end)).length;
          }
        }
        at += points(node.data).length;
      }
    }
    return from === null ? null : [from, to];
  }

  // The selected words as [unit, text, from, to], without spaces at either end; null where no link can name them.
  function selected(range) {
    const found = [];
    for (const unit of units) {
      const span = range.intersectsNode(unit) ? covered(unit, range) : null;
      if (!span) continue;
      const text = whole(unit);
      let [from, to] = span;
      while (from < to && !text[from].trim()) from++;
      while (to > from && !text[to - 1].trim()) to--;
      if (from < to) found.push([unit, text, from, to]);
    }
    const complete = found.every(([unit, text, from, to], i) => {
      const follows = i === 0 || Number(unit.dataset.n) === Number(found[i - 1][0].dataset.n) + 1;
      const whole = (i === 0 || !text.slice(0, from).join("").trim()) && (i === found.length - 1 || !text.slice(to).join("").trim());
      return follows && whole;
    });
    return found.length && complete ? found : null;
  }

  function linkTo(found) {
    const [first, , from] = found[0];
    const [last, , , to] = found[found.length - 1];
    const words = found.flatMap(([, text], i) =>
      text.slice(i === 0 ? from : 0, i === found.length - 1 ? to : text.length));
    if (!words.some((char) => /[\p{L}\p{N}]/u.test(char))) return "";
    const query = `?q=${from}-${to}~${check(words)}` + (last === first ? "" : `&to=${last.dataset.address}`);
    return button.dataset.base + first.dataset.address + query;
  }

  function hide() {
    button.hidden = cite.hidden = true;
  }

  // Stands right behind the unit in which the selection ends, so that the Tab key goes on from there.
  function place(unit, range) {
    const host = unit.closest("td, .unit, .note-text, .shown") ?? unit.parentElement;
    const near = unit.matches("tr") ? unit.lastElementChild : host;
    const grip = near.querySelector(":scope > .grip");
    if (grip) grip.before(button);
    else near.append(button);
    button.hidden = false;
    const boxes = range.getClientRects();
    const end = boxes[boxes.length - 1] ?? near.getBoundingClientRect();
    const origin = button.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const left = Math.min(Math.max(end.right - 24, 8), document.documentElement.clientWidth - button.offsetWidth - 8);
    button.style.left = `${left - origin.left}px`;
    button.style.top = `${end.bottom + 8 - origin.top}px`;
    button.after(cite);
    cite.hidden = !link;
    if (!link) return;
    cite.href = `${link}#cite`;
    cite.style.left = button.style.left;
    cite.style.top = `${end.bottom + 12 + button.offsetHeight - origin.top}px`;
  }

  function offer() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) {
      if (document.activeElement !== button && document.activeElement !== cite) hide();
      return;
    }
    const range = selection.getRangeAt(0);
    const foreign = translated();
    const found = foreign ? units.filter((unit) => range.intersectsNode(unit)).map((unit) => [unit]) : selected(range);
    link = !foreign && found ? linkTo(found) : "";
    if (!found?.length || !(foreign || link)) {
      hide();
      return;
    }
    button.textContent = foreign ? button.dataset.original : name;
    place(found[found.length - 1][0], range);
  }

  let waiting;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 200);
  });
  // Pressing the button must not undo the selection.
  for (const press of ["pointerdown", "mousedown"])
    for (const offered of [button, cite]) offered.addEventListener(press, (event) => event.preventDefault());
  button.addEventListener("click", async () => {
    if (!link) return say(button.dataset.original);
    try {
      await copy(link);
      say(`${said.dataset.copied}. ${said.dataset.caution}`);
    } catch {
      say(said.dataset.failed);
    }
    hide();
  });
  // A selection has no focus of its own: the Tab key would begin at the top of the text.
  document.addEventListener("keydown", (event) => {
    if (button.hidden || document.activeElement === button || document.activeElement === cite) return;
    if (event.key === "Escape") hide();
    if (event.key !== "Tab" || event.shiftKey) return;
    event.preventDefault();
    button.focus();
  });
  for (const [offered, other] of [[button, cite], [cite, button]])
    offered.addEventListener("blur", (event) => { if (event.relatedTarget !== other) hide(); });
})();

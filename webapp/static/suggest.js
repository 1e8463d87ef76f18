// What might the reader be about to type? Asks the archive while one types, and offers its answers below the box.
// A combobox with a list, as WAI-ARIA Authoring Practices describe it (list autocomplete with manual selection).
"use strict";

(() => {
  const box = document.getElementById("q");
  const form = box && box.form;
  if (!form) return;

  const DELAY = 150; // milliseconds without a key before the archive is asked
  const KEPT = 50; // answers kept for going back and forth
  const api = form.action.replace(/\/search$/, "/api/suggest");
  const answers = new Map();
  let timer, asking, waiting;
  let offered = [];
  let active = -1;

  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "unseen";
  status.setAttribute("role", "status");
  form.append(list, status);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-haspopup", "listbox");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  function close() {
    clearTimeout(timer);
    if (asking) asking.abort();
    list.hidden = true;
    status.textContent = "";
    box.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(index) {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    box.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function part(tag, className, text, language) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (language) element.lang = language;
    element.textContent = text;
    return element;
  }

  function option(one, index) {
    const item = part("li", "suggestion", "");
    item.id = `suggestion-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const text = part("bdi", "suggestion-text", "", one.language);
    const [before, match, after] = one.parts;
    text.append(before, part("b", "", match), after);
    item.append(text, " ");
    if (one.detail) item.append(part("bdi", "suggestion-detail", one.detail, one.detail_language), " ");
    item.append(part("span", "suggestion-kind", one.name));
    return item;
  }

  function show(answer) {
    offered = answer.suggestions;
    active = -1;
    box.removeAttribute("aria-activedescendant");
    list.setAttribute("aria-label", answer.label);
    list.replaceChildren(...offered.map(option));
    list.hidden = offered.length === 0;
    box.setAttribute("aria-expanded", String(offered.length > 0));
    status.textContent = answer.said;
  }

  async function ask() {
    const text = box.value;
    if (asking) asking.abort();
    if (!text.trim()) return close();
    if (answers.has(text)) return show(answers.get(text));
    const mine = (asking = new AbortController());
    try {
      const response = await fetch(`${api}?${new URLSearchParams({ q: text })}`, { signal: mine.signal });
      if (!response.ok) return close();
      const answer = await response.json();
      if (answers.size >= KEPT) answers.delete(answers.keys().next().value);
      answers.set(text, answer);
      if (mine === asking && box.value === text && document.activeElement === box) show(answer);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function choose(index) {
    box.value = offered[index].query;
    close();
    form.requestSubmit();
  }

  function move(step) {
    if (list.hidden) return void ask();
    const size = offered.length;
    // One step past either end the box itself is active again.
    activate(((active + 1 + step + size + 1) % (size + 1)) - 1);
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });

  box.addEventListener("keydown", (event) => {
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    // The last Korean syllable is still being composed: Enter ends it and must neither choose nor submit. An arrow ends
    // it, too; some systems then send the arrow again, others don't.
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === "Enter") event.preventDefault();
      waiting = arrow;
      return;
    }
    waiting = undefined;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (arrow) {
      event.preventDefault();
      move(arrow);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });

  box.addEventListener("compositionend", () => {
    setTimeout(() => {
      if (waiting && !list.hidden) move(waiting);
      waiting = undefined;
    }, 30);
  });

  box.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) choose([...list.children].indexOf(item));
  });
})();

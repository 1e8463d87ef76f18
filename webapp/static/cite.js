// How does a reference get onto the clipboard? One form of it is shown, with its words or without, as it will be copied;
// the choice is remembered. The day of access is the reader's own. Without a script all forms stand there to be selected.
"use strict";

(() => {
  const panel = document.getElementById("cite");
  if (!panel?.querySelector(".reference")) return;
  const REMEMBERED = "gakju-cite";
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const AS_PRINTED = { ko: " [원문대로]", en: " [sic]" };
  const box = (name) => document.getElementById(`cite-${name}`);
  const quoted = [...panel.querySelectorAll(".quoted")]; // of a list there are many

  function today() {
    const now = new Date();
    const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const words = { ko: `${year}. ${month}. ${day}.`, en: `${MONTHS[month - 1]} ${day}, ${year}` };
    for (const accessed of panel.querySelectorAll(".day")) accessed.textContent = words[accessed.dataset.custom];
  }

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(REMEMBERED)) ?? {};
    } catch {
      return {};
    }
  }

  // Only what was chosen: a form that merely stood first is not that of a reader who changes the language.
  function remember(changed) {
    const name = changed.id.replace("cite-", "");
    if (!["form", "words", "marks"].includes(name)) return;
    const chosen = changed.type === "checkbox" ? changed.checked : changed.value;
    try {
      localStorage.setItem(REMEMBERED, JSON.stringify({ ...remembered(), [name]: chosen }));
    } catch {
      // A browser that keeps nothing asks again.
    }
  }

  function show() {
    const form = box("form").value;
    for (const one of panel.querySelectorAll(".reference")) one.hidden = one.dataset.form !== form;
    if (!box("words")) return;
    const words = box("words").checked;
    for (const name of ["marks", "as-printed"]) if (box(name)) box(name).disabled = !words;
    for (const one of quoted) {
      one.hidden = !words;
      for (const mark of one.querySelectorAll(".mark")) mark.hidden = !box("marks").checked;
      const said = one.querySelector(".as-printed");
      said.hidden = !box("as-printed").checked;
      said.textContent = AS_PRINTED[panel.querySelector(".reference:not([hidden])").dataset.language];
    }
  }

  // Files that are written in a form for people follow the one that is chosen.
  function follow() {
    for (const file of panel.querySelectorAll(".files a")) {
      const url = new URL(file.href);
      if (!url.searchParams.has("form")) continue;
      file.search = url.search.replace(/([?&]form=)[^&]*/, `$1${box("form").value}`);
    }
  }

  // What is shown, without what is left out and what only this page needs.
  function content(element) {
    const copied = element.cloneNode(true);
    for (const left of copied.querySelectorAll("[hidden]")) left.remove();
    for (const one of copied.querySelectorAll("bdi, span")) one.replaceWith(...one.childNodes);
    for (const one of copied.querySelectorAll("[class], [rel]")) {
      one.removeAttribute("class");
      one.removeAttribute("rel");
    }
    return copied;
  }

  function citation(held) {
    const parts = [held.querySelector(".quoted:not([hidden])"), held.querySelector(".reference:not([hidden]) dd")];
    const found = parts.filter(Boolean).map(content);
    const html = found.map((one) => one.innerHTML).join(" ");
    for (const one of found) for (const line of one.querySelectorAll("br")) line.replaceWith("\n");
    return { html, text: found.map((one) => one.textContent).join(" ") };
  }

  async function copyCitation({ html, text }) {
    if (!navigator.clipboard?.write || !window.ClipboardItem) return copy(text);
    const kinds = { "text/html": html, "text/plain": text };
    const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }

  const kept = remembered();
  const known = [...box("form").options].some((option) => option.value === kept.form);
  if (known && !("given" in box("form").dataset)) box("form").value = kept.form;
  for (const name of ["words", "marks"]) if (box(name) && name in kept) box(name).checked = kept[name] ?? false;
  panel.classList.add("live");
  panel.querySelector(".choices").hidden = false;
  today();
  show();
  follow();

  panel.addEventListener("change", (event) => {
    show();
    follow();
    remember(event.target);
  });
  // Each of several is a paragraph.
  function citations() {
    const found = [...panel.querySelectorAll(".citation:not(.source)")].map(citation);
    const html = found.map((one) => `<p>${one.html}</p>`).join("");
    return { html, text: found.map((one) => one.text).join("\n\n") };
  }

  for (const button of panel.querySelectorAll(".copy-citation, .copy-citations")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      today(); // a page may have been open since yesterday
      const all = button.matches(".copy-citations");
      try {
        await copyCitation(all ? citations() : citation(button.closest("p").previousElementSibling));
        say(`${said.dataset.copied}. ${said.dataset.caution}`);
      } catch {
        say(said.dataset.failed);
      }
    });
  }

  const opened = () => {
    if (location.hash === "#cite") panel.open = true;
  };
  window.addEventListener("hashchange", opened);
  opened();
})();

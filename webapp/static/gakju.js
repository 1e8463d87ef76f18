// What needs a script? Copying by one click, "/" for the search box, closing the short help. Everything else works without.
"use strict";

const said = document.getElementById("said");
let quiet;

function say(text) {
  clearTimeout(quiet);
  said.textContent = text;
  said.classList.add("shown");
  quiet = setTimeout(() => {
    said.classList.remove("shown");
    said.textContent = "";
  }, 6000);
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Browsers have no clipboard for pages that came over plain http from another computer.
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("not copied");
}

for (const button of document.querySelectorAll("button.copy")) button.hidden = false;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (!button) return;
  try {
    await copy(button.dataset.copy);
    say(`${said.dataset.copied}. ${said.dataset.caution}`);
  } catch {
    say(said.dataset.failed);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.getElementById("q");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

const shortHelp = document.querySelector("details.short-help");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shortHelp || !shortHelp.open) return;
  shortHelp.open = false;
  shortHelp.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  if (shortHelp && shortHelp.open && !shortHelp.contains(event.target)) shortHelp.open = false;
});

// Where is a reader's list kept? In this browser and nowhere else: its addresses, in order, and its title. The page of a list
// shows whatever its own address names; where that is the list kept here, changes on the page change what is kept.
"use strict";

const listLink = document.getElementById("list");

const keptList = {
  NAME: "gakju-list",
  CHANGES: "gakju-list-changes", // whether the next page of a list is what is to be kept
  MOST: 100, // as in webapp/saved_list.py

  read() {
    try {
      const { title, addresses } = JSON.parse(localStorage.getItem(this.NAME)) ?? {};
      return { title: String(title ?? ""), addresses: Array.isArray(addresses) ? addresses.map(String) : [] };
    } catch {
      return { title: "", addresses: [] };
    }
  },

  write(list) {
    try {
      localStorage.setItem(this.NAME, JSON.stringify(list));
    } catch {
      // A browser that keeps nothing has the page of the list, and its address.
    }
    this.show();
  },

  address({ title, addresses }) {
    const given = [...addresses.map((one) => ["p", one]), ...(title && addresses.length ? [["title", title]] : [])];
    const asked = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    return listLink.href.split("?")[0] + (asked ? `?${asked}` : "");
  },

  show() {
    const list = this.read();
    listLink.href = this.address(list);
    listLink.querySelector(".count")?.remove();
    if (list.addresses.length) {
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = list.addresses.length;
      listLink.append(" ", count);
    }
    document.querySelectorAll("a.keep").forEach(markKept);
  },
};

// A link that leads to a list of one becomes the button that puts it into the list kept here, or takes it out.
function markKept(link) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-pressed", String(keptList.read().addresses.includes(link.dataset.keep)));
}

(() => {
  if (!listLink) return;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.keep");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { title, addresses } = keptList.read();
    const others = addresses.filter((one) => one !== link.dataset.keep);
    const adds = others.length === addresses.length;
    if (adds && addresses.length >= keptList.MOST) return say(listLink.dataset.full);
    keptList.write({ title, addresses: adds ? [...addresses, link.dataset.keep] : others });
    say(`${adds ? listLink.dataset.kept : listLink.dataset.left} ${listLink.textContent.trim()}`);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches?.("a.keep")) return;
    event.preventDefault();
    event.target.click();
  });

  addEventListener("storage", () => keptList.show());

  const page = document.querySelector(".saved[data-addresses]");
  if (page) open(page);
  else keptList.show();

  function open(page) {
    const shown = { title: page.dataset.title, addresses: JSON.parse(page.dataset.addresses) };
    const changes = sessionStorage.getItem(keptList.CHANGES);
    sessionStorage.removeItem(keptList.CHANGES);
    if (changes) keptList.write(shown);
    const kept = keptList.read();
    if (!shown.addresses.length && !shown.title && kept.addresses.length) return location.replace(keptList.address(kept));
    keptList.show();
    const own = JSON.stringify(kept) === JSON.stringify(shown) || (!kept.addresses.length && !shown.addresses.length);
    if (own) {
      const follow = () => sessionStorage.setItem(keptList.CHANGES, "1");
      page.querySelector("form").addEventListener("submit", follow);
      for (const link of page.querySelectorAll("a.changes")) {
        link.addEventListener("click", (event) => {
          if (!event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) follow();
        });
      }
    } else takeOver(page.querySelector(".take-over"), shown, kept);
  }

  // A list that somebody sent, or one of yesterday: what the kept one does not have is put at its end.
  function takeOver(button, shown, kept) {
    const missing = shown.addresses.filter((one) => !kept.addresses.includes(one));
    if (!button || !missing.length) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const addresses = [...kept.addresses, ...missing];
      if (addresses.length > keptList.MOST) return say(listLink.dataset.full);
      keptList.write({ title: kept.title || shown.title, addresses });
      location.assign(keptList.address(keptList.read()));
    });
  }
})();

"use strict";
/* The page can be read without this: a mark then leads to its entry in the list. With it, the entry's
   fields show in a card beside the mark, and the filter bar works. Text is only ever cloned or set as text. */
(() => {
  const root = document.documentElement;
  const form = document.querySelector(".filters");
  const card = document.getElementById("card");
  const cardBody = card.querySelector("div");
  const listSwitch = document.querySelector(".list-switch");
  const entries = [...document.querySelectorAll(".entry")];
  const marks = [...document.querySelectorAll(".mark")];
  const narrow = matchMedia("(max-width: 60rem)");
  let shownMark = null;
  let pinned = false;
  let closing = 0;

  root.classList.add("scripted");
  form.hidden = false;
  listSwitch.hidden = false;

  const entriesOf = (mark) => mark.dataset.entries.trim().split(" ").map((id) => document.getElementById(id));

  const place = (mark) => {
    if (narrow.matches) return;
    const box = mark.getClientRects()[0];
    const left = Math.min(Math.max(8, box.left), innerWidth - card.offsetWidth - 8);
    const below = box.bottom + 6;
    const fits = below + card.offsetHeight < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${fits ? below : Math.max(8, box.top - card.offsetHeight - 6)}px`;
  };

  const show = (mark) => {
    clearTimeout(closing);
    if (mark === shownMark) return;
    hide();
    cardBody.replaceChildren();
    for (const entry of entriesOf(mark)) {
      const heading = document.createElement("h3");
      heading.textContent = entry.querySelector("summary").textContent;
      cardBody.append(heading, entry.querySelector("dl").cloneNode(true));
    }
    card.hidden = false;
    card.scrollTop = 0;
    place(mark);
    const hidden = mark.getBoundingClientRect().bottom + 16 - card.getBoundingClientRect().top;
    if (narrow.matches && hidden > 0) scrollBy({ top: hidden });
    mark.classList.add("shown");
    mark.setAttribute("aria-describedby", "card");
    shownMark = mark;
  };

  const hide = () => {
    clearTimeout(closing);
    if (!shownMark) return;
    shownMark.classList.remove("shown");
    shownMark.removeAttribute("aria-describedby");
    shownMark = null;
    pinned = false;
    card.hidden = true;
  };

  const hideSoon = () => {
    if (!pinned) closing = setTimeout(hide, 180);
  };

  const showInList = (mark) => {
    if (narrow.matches) return;
    const entry = entriesOf(mark)[0];
    const list = entry.closest(".list");
    document.querySelector(".entry.current")?.classList.remove("current");
    entry.classList.add("current");
    list.scrollTop = entry.offsetTop - list.clientHeight / 3;
  };

  const markOf = (event) => event.target.closest?.(".mark:not(.filtered)");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const mark = markOf(event);
    if (mark && !pinned) show(mark);
    else if (event.target.closest?.(".card")) clearTimeout(closing);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && (markOf(event) || event.target.closest?.(".card"))) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    // A finger's or mouse's press focuses too, before it is a click: a card shown now could catch that click.
    if (mark && mark.matches(":focus-visible")) show(mark);
    else if (!mark && !card.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark) {
      event.preventDefault();
      show(mark);
      pinned = true;
      showInList(mark);
    } else if (event.target.closest(".card button") || !card.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("scroll", () => shownMark && place(shownMark), { passive: true });

  const apply = () => {
    const data = new FormData(form);
    const kinds = new Set(data.getAll("kind"));
    const headlineOnly = data.has("headline");
    const indicator = data.get("indicator");
    const reason = data.get("reason");
    let count = 0;
    for (const entry of entries) {
      const { kind, headline, indicator: own, reason: why } = entry.dataset;
      const wanted = kinds.has(kind) && (!headlineOnly || headline === "1")
        && (!indicator || own === indicator) && (!reason || why === reason);
      entry.hidden = !wanted;
      count += wanted;
    }
    for (const mark of marks) {
      const filtered = entriesOf(mark).every((entry) => entry.hidden);
      mark.classList.toggle("filtered", filtered);
      mark.tabIndex = filtered ? -1 : 0;
    }
    form.querySelector("output").textContent = `显示 ${count} / ${entries.length} shown`;
    listSwitch.textContent = root.classList.contains("listing") ? "原文 text" : `列表 list (${count})`;
    hide();
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());

  const setListing = (listing) => {
    root.classList.toggle("listing", listing);
    listSwitch.setAttribute("aria-expanded", String(listing));
    apply();
  };
  listSwitch.addEventListener("click", () => setListing(!root.classList.contains("listing")));
  for (const jump of document.querySelectorAll(".jump")) {
    jump.addEventListener("click", () => narrow.matches && setListing(false));
  }

  if (matchMedia("(max-width: 40rem)").matches) form.querySelector("details").open = false;
  const measureBar = () => root.style.setProperty("--bar", `${form.offsetHeight}px`);
  new ResizeObserver(measureBar).observe(form);
  apply();
})();

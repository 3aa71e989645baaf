"use strict";
/* A report: what is known of a figure beside it, and the filter of the list. */
(() => {
  const { make, show, hide, words, fill } = window.zhibiao;
  const heads = [...document.querySelectorAll("table.figures thead th")].map((head) => head.textContent);
  const describe = (mark) => {
    const numbers = mark.dataset.e ? mark.dataset.e.split(" ") : [mark.hash.slice(2)];
    const content = [];
    for (const number of numbers) {
      const row = document.getElementById(`e${number}`);
      if (!row) continue;
      const cells = [...row.cells].map((cell) => cell.textContent.trim());
      content.push(make("strong", {}, cells[0]));
      const list = make("dl", { class: "facts" });
      cells.slice(1).forEach((text, at) => {
        if (text) list.append(make("div", {}, make("dt", {}, heads[at + 1]), make("dd", {}, text)));
      });
      content.push(list);
    }
    return content;
  };
  let pinned = null;
  const markOf = (event) => event.target.closest?.(".text a.m");
  const text = document.querySelector(".text");
  text.addEventListener("pointerover", (event) => {
    const mark = markOf(event);
    if (event.pointerType === "mouse" && mark && !pinned) show(mark, describe(mark));
  });
  text.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && markOf(event) && !pinned) hide();
  });
  text.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark?.matches(":focus-visible")) show(mark, describe(mark));
  });
  text.addEventListener("click", (event) => {
    const mark = markOf(event);
    pinned = null;
    if (!mark) return;
    event.preventDefault();
    event.stopPropagation();
    show(mark, describe(mark));
    pinned = mark;
  });

  const form = document.querySelector(".filters");
  const rows = [...document.querySelectorAll("table.figures tbody tr")];
  const apply = () => {
    const data = new FormData(form);
    const wanted = String(data.get("words")).trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = (!wanted || row.textContent.toLowerCase().includes(wanted))
        && (!data.get("indicator") || row.dataset.i === data.get("indicator"))
        && (!data.get("kind") || row.classList.contains(data.get("kind")));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    form.querySelector("output").textContent = fill(words.shown_of, { count, all: rows.length });
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The way into a row that the filter hides opens it again.
  addEventListener("hashchange", () => {
    const row = document.getElementById(location.hash.slice(1));
    if (row?.hidden) { form.reset(); apply(); row.scrollIntoView(); }
  });
  if (rows.length) apply();
})();

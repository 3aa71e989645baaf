"use strict";
/* Finds regions, indicators and reports as one types: by name, by-name, pinyin, initials, year. */
(() => {
  const { make, words, withIndex, inPage, root } = window.zhibiao;
  const MOST = 12;
  const other = root.lang === "en" ? 4 : 3;
  const kinds = { r: words.region, i: words.indicator, d: words.report };
  // Lower case and width: full-width letters and digits count as the others.
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s·'’-]/g, "");

  const rank = (entry, wanted) => {
    let best = 0;
    const keys = [entry[3], entry[4], ...entry[6]];
    for (let place = 0; place < keys.length; place += 1) {
      const key = plain(keys[place]);
      if (!key) continue;
      const nearer = 1 - Math.min(place, 20) / 100;
      if (key === wanted) best = Math.max(best, 100 * nearer);
      else if (key.startsWith(wanted)) best = Math.max(best, (60 + (20 * wanted.length) / key.length) * nearer);
      else if (wanted.length > 1 && key.includes(wanted)) best = Math.max(best, 30 * nearer);
    }
    if (best && entry[0] === "r") best += 4 + Math.min(entry[1], 5);
    if (best && entry[0] === "i") best += 2 + (entry[1] ? 3 : 0);
    return best;
  };
  const find = (index, text, only) => {
    const wanted = plain(text);
    if (!wanted) return [];
    // 焦作 2024: a place and a year mean the report.
    return index
      .filter((entry) => !only || entry[0] === only)
      .map((entry) => [rank(entry, wanted), entry])
      .filter(([points]) => points > 0)
      .sort((one, two) => two[0] - one[0] || two[1][1] - one[1][1])
      .slice(0, MOST)
      .map(([, entry]) => entry);
  };

  const listen = (input, only, choose) => {
    const list = document.getElementById(input.getAttribute("aria-controls"));
    let found = [];
    let active = -1;
    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const select = (place) => {
      active = place;
      [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === place)));
      const item = list.children[place];
      if (item && found.length) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    };
    const draw = () => {
      list.replaceChildren(
        ...found.map((entry, place) => {
          const note = [entry[0] === "r" ? entry[5] : "", kinds[entry[0]]].filter(Boolean).join(" · ");
          const item = make("li", { role: "option", id: `${list.id}-${place}`, "aria-selected": "false" }, make("span", {}, entry[other]), make("small", {}, note));
          item.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(entry); close(); });
          return item;
        }),
      );
      if (!found.length) list.append(make("li", { role: "option", class: "nothing", "aria-selected": "false", "aria-disabled": "true" }, words.nothing_found));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      select(found.length ? 0 : -1);
    };
    const update = () => {
      if (!input.value.trim()) { close(); return; }
      withIndex((index) => { found = find(index, input.value, only); draw(); });
    };
    input.addEventListener("input", update);
    input.addEventListener("focus", () => { withIndex(() => {}); update(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (found.length) select((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
      } else if (event.key === "Enter" && found[active]) {
        event.preventDefault();
        choose(found[active]);
        close();
      } else if (event.key === "Escape") close();
    });
  };
  window.zhibiao.listen = listen;
  for (const input of document.querySelectorAll("#top-search, #front-search")) {
    listen(input, null, (entry) => { location.href = inPage(entry[2]); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      document.querySelector("#top-search, #front-search, #compare-search")?.focus();
    }
  });
})();

"use strict";
/* The pages can be read without any of this. Text is only ever set as text. */
window.zhibiao = (() => {
  const root = document.documentElement;
  const words = window.zhibiaoWords || {};
  const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* from disk, in some browsers */ } };
  const make = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "class") made.className = value;
      else if (value !== null && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...content);
    return made;
  };
  const inPage = (path) => root.dataset.root + path;
  const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (all, name) => (name in parts ? parts[name] : all));

  root.classList.add("has-script");
  for (const part of document.querySelectorAll(".scripted")) part.hidden = false;

  // The switch of languages stays on the place, and stays chosen.
  for (const link of document.querySelectorAll("a.language")) {
    link.addEventListener("click", () => {
      keep("zhibiao-language", link.hreflang.startsWith("zh") ? "zh" : "en");
      const [page, mark] = link.getAttribute("href").split("#");
      const own = location.hash && location.hash !== "#zh" && location.hash !== "#en";
      link.setAttribute("href", page.split("?")[0] + location.search + (own ? location.hash : `#${mark}`));
    });
  }
  document.querySelector(".theme")?.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep("zhibiao-theme", root.dataset.theme);
  });

  const version = window.zhibiaoVersion || { version: "", hash: "" };
  for (const place of document.querySelectorAll(".version")) place.textContent = fill(words.version, version);
  for (const place of document.querySelectorAll(".version-cited")) place.textContent = fill(words.version_cited, version);

  /* The card with the sentence of a number. */
  const card = document.getElementById("card");
  let sentences = null;
  let shown = null;
  let pinned = false;
  let closing = 0;
  const sentence = (number) => {
    sentences ??= JSON.parse(document.getElementById("sentences").textContent);
    return sentences[Number(number)];
  };
  const linkOf = (element) => element.getAttribute("href");
  const labelOf = (element) => {
    const title = element.querySelector("title");
    return title ? title.textContent : element.textContent.trim();
  };
  const hide = () => {
    clearTimeout(closing);
    if (!shown) return;
    shown.classList.remove("shown");
    shown.removeAttribute("aria-describedby");
    shown = null;
    pinned = false;
    card.hidden = true;
  };
  const place = (element) => {
    if (matchMedia("(max-width: 48rem)").matches) return;
    const box = element.getClientRects()[0] || element.getBoundingClientRect();
    card.style.left = `${Math.min(Math.max(8, box.left), innerWidth - card.offsetWidth - 8)}px`;
    const below = box.bottom + 8;
    card.style.top = `${below + card.offsetHeight < innerHeight ? below : Math.max(8, box.top - card.offsetHeight - 8)}px`;
  };
  const show = (element, content) => {
    clearTimeout(closing);
    if (element === shown) return;
    hide();
    const close = make("button", { type: "button", "aria-label": words.close }, "✕");
    close.addEventListener("click", hide);
    card.replaceChildren(close, ...content);
    card.hidden = false;
    card.scrollTop = 0;
    place(element);
    element.classList.add("shown");
    element.setAttribute("aria-describedby", "card");
    shown = element;
  };
  const showNumber = (element) => {
    const content = [make("strong", {}, labelOf(element))];
    const told = element.dataset.s === undefined ? element.dataset.sentence : sentence(element.dataset.s);
    if (told) content.push(make("q", { lang: "zh-CN" }, told));
    if (linkOf(element)) content.push(make("a", { href: linkOf(element) }, words.in_the_report));
    show(element, content);
  };
  const hideSoon = () => { if (!pinned) closing = setTimeout(hide, 200); };
  const numberOf = (event) => event.target.closest?.("a[data-s], a[data-sentence], svg.chart [tabindex]");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const number = numberOf(event);
    if (number && !pinned) showNumber(number);
    else if (event.target.closest?.(".card")) clearTimeout(closing);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && (numberOf(event) || event.target.closest?.(".card"))) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const number = numberOf(event);
    if (number && number.matches(":focus-visible")) showNumber(number);
    else if (!number && !card.contains(event.target)) hide();
  });
  // A finger shows the sentence first; the way to the report is in the card.
  document.addEventListener("click", (event) => {
    const number = numberOf(event);
    if (number && (event.pointerType === "touch" || !linkOf(number)) && shown !== number) {
      event.preventDefault();
      showNumber(number);
      pinned = true;
    } else if (number && event.pointerType === "touch") {
      event.preventDefault();
    } else if (!card.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("scroll", () => shown && place(shown), { passive: true });

  /* What data scripts hand over: the search index, and the data of regions. */
  const waiting = { index: [], regions: new Map() };
  let index = null;
  const load = (path) => document.head.append(make("script", { src: root.dataset.base + path }));
  return {
    root, words, make, fill, inPage, keep, version, show, showNumber, hide, sentence,
    index(entries) { index = entries; for (const done of waiting.index.splice(0)) done(index); },
    withIndex(done) {
      if (index) { done(index); return; }
      waiting.index.push(done);
      if (waiting.index.length === 1) load("data/search.js");
    },
    take(code, data) { waiting.regions.get(code)?.(data); },
    region(code) {
      return new Promise((resolve) => { waiting.regions.set(code, resolve); load(`data/region/${code}.js`); });
    },
  };
})();

"use strict";
/* Up to six regions side by side. The address holds the choice: ?r=410800,410400&i=gdp. What it says is only ever
   looked up among what is known. */
(() => {
  const { make, words, fill, withIndex, region, root, equip, inPage } = window.zhibiao;
  const MOST = 6;
  const language = root.lang === "en" ? 1 : 0;
  const SPACE = "http://www.w3.org/2000/svg";
  const SHAPES = [
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", "m-4 -4h8v8h-8z", "m0 -5l5 9h-10z",
    "m0 -5.5l5.5 5.5l-5.5 5.5l-5.5 -5.5z", "m0 5l5 -9h-10z", "m-4.5 -1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z",
  ];
  const select = document.getElementById("compare-indicator");
  const reportedToo = document.getElementById("compare-reported");
  const place = document.getElementById("compare");
  const status = document.querySelector(".status");
  const chosenList = document.querySelector(".chosen");
  const known = new Map();
  let chosen = [];

  const address = new URLSearchParams(location.search);
  const start = (address.get("r") || "").split(",").filter((code) => /^\d{6}$/.test(code));
  const indicator = address.get("i");
  if (indicator && [...select.options].some((option) => option.value === indicator)) select.value = indicator;
  reportedToo.checked = address.get("a") === "1";

  const svg = (name, attributes, ...content) => {
    const made = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };
  const scale = (low, high, from, to) => (number) => from + ((number - low) / (high - low || 1)) * (to - from);
  const ticks = (low, high) => {
    if (high - low < 1e-9) { low -= Math.max(1, Math.abs(low) * 0.1); high += Math.max(1, Math.abs(high) * 0.1); }
    const rough = (high - low) / 4;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.999);
    const found = [];
    for (let at = Math.floor(low / step + 1e-9); at <= Math.ceil(high / step - 1e-9); at += 1) found.push(Number((at * step).toFixed(10)));
    return found;
  };
  const short = (number) => {
    const scales = language ? [[1e9, "bn"], [1e6, "m"], [1e3, "k"]] : [[1e8, "亿"], [1e4, "万"]];
    const [size, word] = scales.find(([each]) => Math.abs(number) >= each) || [1, ""];
    return `${Number((number / size).toPrecision(6))}${word}`.replace("-", "−");
  };
  // A row of the data: year, number, exact, Chinese, English, place in the report, sentence, measure.
  const rowsOf = (code, kind) => (known.get(code).series[select.value] || { t: [], r: [] })[kind];
  const mostMeasure = () => {
    const counts = new Map();
    for (const code of chosen) for (const row of rowsOf(code, "t")) if (row[1] !== null) counts.set(row[7], (counts.get(row[7]) || 0) + 1);
    return [...counts].sort((one, two) => two[1] - one[1])[0]?.[0];
  };
  const link = (row) => inPage(`report/${row[5]}`);
  const told = (code, row) => `${known.get(code).name[language]} ${row[0]}: ${row[3 + language]}`;

  const draw = (lines) => {
    const [width, height, left, right, top, bottom] = [720, 300, 44, 12, 12, 26];
    const rows = lines.flatMap((line) => line.rows);
    const years = rows.map((row) => row[0]);
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const marks = ticks(Math.min(...rows.map((row) => row[1])), Math.max(...rows.map((row) => row[1])));
    const across = scale(first - 0.5, last + 0.5, left, width - right);
    const up = scale(marks[0], marks.at(-1), height - bottom, top);
    const picture = svg("svg", { class: "chart lines", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": select.selectedOptions[0].textContent });
    for (const mark of marks) {
      picture.append(svg("line", { class: mark === 0 ? "zero" : "grid", x1: left, x2: width - right, y1: up(mark), y2: up(mark) }));
      picture.append(svg("text", { class: "tick", x: left - 5, y: up(mark) + 4, "text-anchor": "end" }, short(mark)));
    }
    const every = Math.ceil((last - first + 1) / 14);
    for (let year = first; year <= last; year += every) picture.append(svg("text", { class: "tick", x: across(year), y: height - 8, "text-anchor": "middle" }, String(year)));
    for (const line of lines) {
      let path = "";
      let before = null;
      for (const row of line.rows) {
        path += `${before === row[0] - 1 ? "L" : "M"}${across(row[0]).toFixed(1)} ${up(row[1]).toFixed(1)}`;
        before = row[0];
      }
      picture.append(svg("path", { class: `line line-${line.number}${line.dashed ? " reported-line" : ""}`, d: path }));
      for (const row of line.rows) {
        picture.append(svg("a", { href: link(row), tabindex: -1, "data-v": row[2], "data-sentence": known.get(line.code).sentences[row[6]] },
          svg("title", {}, `${told(line.code, row)}${line.dashed ? ` (${words.reported})` : ""}`),
          svg("path", { class: `mark mark-${line.number}`, d: `M${across(row[0]).toFixed(1)} ${up(row[1]).toFixed(1)}${SHAPES[line.number]}` })));
      }
    }
    return picture;
  };
  const cell = (code, row) => {
    const made = make("td", { class: "num" });
    if (row) made.append(make("a", { href: link(row), "data-v": row[2], "data-sentence": known.get(code).sentences[row[6]] }, row[3 + language]));
    return made;
  };
  const table = () => {
    const columns = chosen.flatMap((code) => [["t", ""], ...(reportedToo.checked ? [["r", ` (${words.reported})`]] : [])].map(([kind, note]) => ({ code, kind, note })));
    const years = [...new Set(columns.flatMap(({ code, kind }) => rowsOf(code, kind).map((row) => row[0])))].sort((one, two) => two - one);
    const head = make("tr", {}, make("th", { scope: "col" }, words.year), ...columns.map(({ code, note }) => make("th", { scope: "col", class: "num" }, known.get(code).name[language] + note)));
    const body = years.map((year) => make("tr", {}, make("th", { scope: "row" }, String(year)), ...columns.map(({ code, kind }) => cell(code, rowsOf(code, kind).find((row) => row[0] === year)))));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  };
  const show = () => {
    chosenList.replaceChildren(...chosen.map((code) => {
      const name = known.get(code).name[language];
      const button = make("button", { type: "button", "aria-label": fill(words.remove, { name }) }, `${name} ✕`);
      button.addEventListener("click", () => { chosen = chosen.filter((each) => each !== code); keep(); show(); });
      return make("li", {}, button);
    }));
    if (!chosen.length) return;
    const measure = mostMeasure();
    const lines = chosen.flatMap((code, number) => [["t", false], ...(reportedToo.checked ? [["r", true]] : [])].map(([kind, dashed]) => ({
      code, number, dashed, rows: rowsOf(code, kind).filter((row) => row[1] !== null && row[7] === measure).sort((one, two) => one[0] - two[0]),
    }))).filter((line) => line.rows.length);
    const title = `${select.selectedOptions[0].textContent.trim()} · ${chosen.map((code) => known.get(code).name[language]).join(words.and)}`;
    const box = make("figure", { class: "chart-box wide", "data-title": title });
    if (lines.length) box.append(draw(lines));
    else box.append(make("p", { class: "empty" }, words.nothing_to_compare));
    const key = make("ul", { class: "key" }, ...chosen.map((code, number) => make("li", {}, make("span", { class: `swatch line-${number}` }), make("a", { href: inPage(`region/${code}.html`) }, known.get(code).name[language]))));
    box.append(make("div", { class: "scroll", role: "region", "aria-label": title, tabindex: "0" }, table()));
    place.replaceChildren(make("h2", {}, title), key, box);
    if (lines.length) equip(box);
  };
  const keep = () => {
    const query = new URLSearchParams();
    if (chosen.length) query.set("r", chosen.join(","));
    query.set("i", select.value);
    if (reportedToo.checked) query.set("a", "1");
    try { history.replaceState(null, "", `?${query.toString().replaceAll("%2C", ",")}`); } catch { /* from disk, in some browsers */ }
  };
  const add = async (code) => {
    if (chosen.includes(code)) return;
    if (chosen.length >= MOST) { status.textContent = fill(words.at_most, { number: MOST }); return; }
    status.textContent = "";
    if (!known.has(code)) known.set(code, await region(code));
    chosen.push(code);
  };
  const input = document.getElementById("compare-search");
  window.zhibiao.listen(input, "r", async (entry) => {
    input.value = "";
    await add(entry[2].slice("region/".length, -".html".length));
    keep();
    show();
  });
  for (const control of [select, reportedToo]) control.addEventListener("change", () => { keep(); show(); });
  if (start.length) {
    withIndex(async (index) => {
      const codes = new Set(index.filter((entry) => entry[0] === "r").map((entry) => entry[2].slice(7, -5)));
      for (const code of [...new Set(start)].slice(0, MOST)) if (codes.has(code)) await add(code);
      show();
    });
  }
})();

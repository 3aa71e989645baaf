"use strict";
/* Pictures: one stop of the Tab key each, arrow keys inside; download as SVG, PNG and CSV; a reference. */
(() => {
  const { make, words, fill, showNumber, version } = window.zhibiao;
  const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity", "font-size", "font-weight", "font-family", "text-anchor"];

  const walk = (picture) => {
    const points = [...picture.querySelectorAll("[tabindex]")];
    if (!points.length) return;
    picture.setAttribute("tabindex", "0");
    let place = -1;
    picture.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      place = (place + step + points.length) % points.length;
      points[place].focus();
      showNumber(points[place]);
    });
  };

  const titleOf = (box) => box.dataset.title;
  const source = () => fill(words.chart_source, { ...version, page: document.title });
  const fileName = (box, ending) => `${titleOf(box).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.${ending}`;
  const save = (content, type, name) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  // A picture that stands for itself: its styles in it, a title above, the source below.
  const alone = (box) => {
    const picture = box.querySelector("svg.chart");
    const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
    const copy = picture.cloneNode(true);
    const originals = [picture, ...picture.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach((element, at) => {
      const style = getComputedStyle(originals[at]);
      for (const name of DRAWN) element.setAttribute(name, style.getPropertyValue(name));
      for (const name of ["class", "href", "tabindex", "data-s", "data-v"]) element.removeAttribute(name);
    });
    const space = "http://www.w3.org/2000/svg";
    const line = (text, y, size, weight) => {
      const made = document.createElementNS(space, "text");
      for (const [name, value] of Object.entries({ x: 4, y, "font-size": size, "font-weight": weight, fill: getComputedStyle(document.body).color, "font-family": "system-ui, sans-serif" })) made.setAttribute(name, value);
      made.textContent = text;
      return made;
    };
    const whole = document.createElementNS(space, "svg");
    whole.setAttribute("xmlns", space);
    whole.setAttribute("viewBox", `0 0 ${width} ${height + 52}`);
    whole.setAttribute("width", width);
    whole.setAttribute("height", height + 52);
    const paper = document.createElementNS(space, "rect");
    for (const [name, value] of Object.entries({ width, height: height + 52, fill: getComputedStyle(document.body).backgroundColor })) paper.setAttribute(name, value);
    copy.setAttribute("y", 26);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    whole.append(paper, line(titleOf(box), 17, 13, 700), copy, line(source(), height + 44, 8.5, 400));
    return [new XMLSerializer().serializeToString(whole), width, height + 52];
  };
  const saveSvg = (box) => save(alone(box)[0], "image/svg+xml", fileName(box, "svg"));
  const savePng = (box) => {
    const [text, width, height] = alone(box);
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = make("canvas");
      const times = Math.max(2, Math.ceil(1600 / width));
      canvas.width = width * times;
      canvas.height = height * times;
      const pen = canvas.getContext("2d");
      pen.scale(times, times);
      pen.drawImage(image, 0, 0, width, height);
      canvas.toBlob((blob) => save(blob, "image/png", fileName(box, "png")));
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  };
  // A cell that a spreadsheet would take for a formula gets an apostrophe, as in the exports.
  const csvCell = (text) => {
    const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?[\d.]+%?$/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  const saveCsv = (box) => {
    const rows = [...box.querySelectorAll("table tr")].map((row) =>
      [...row.cells].map((cell) => csvCell((cell.querySelector("[data-v]")?.dataset.v ?? cell.textContent).trim().replace(/^–$/, ""))).join(","),
    );
    const head = `# ${titleOf(box)}\n# ${source()}\n`;
    save(`\ufeff${head}${rows.join("\n")}\n`, "text/csv", fileName(box, "csv"));
  };
  const cite = (box, button) => {
    const text = fill(words.cite_chart, { ...version, title: titleOf(box) });
    const done = make("p", {}, text);
    window.zhibiao.show(button, [make("strong", {}, words.cite), done]);
    navigator.clipboard?.writeText(text).then(() => done.append(` (${words.copied})`), () => {});
  };
  const equip = (box) => {
    const tools = make("div", { class: "tools" });
    for (const [name, work] of [["SVG", saveSvg], ["PNG", savePng], ["CSV", saveCsv], [words.cite, cite]]) {
      const button = make("button", { type: "button", "aria-label": `${name}: ${titleOf(box)}` }, name);
      button.addEventListener("click", (event) => { event.stopPropagation(); work(box, button); });
      tools.append(button);
    }
    box.append(tools);
    for (const picture of box.querySelectorAll("svg.chart")) walk(picture);
  };
  window.zhibiao.equip = equip;
  for (const box of document.querySelectorAll(".chart-box")) equip(box);
})();

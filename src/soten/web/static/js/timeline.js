// What script adds to the timeline: the axis moves and zooms under wheel, keys and fingers, up to
// 10,000 marks are drawn on a canvas, and the list beside follows. Without it, links do the same.
"use strict";
(() => {
  const stage = document.getElementById("stage");
  if (!stage) return;
  const DAY = 864e5, AXIS = 36, HEAD = 24, LEAST = 4, PITCH = 9;
  const day = (iso) => (iso <= "0001-01-01" ? -1e9 : iso >= "9999" ? 1e9 : Date.parse(iso) / DAY);
  const iso = (number) => {
    const told = new Date(Math.min(Math.max(number, -719160), 2932890) * DAY).toISOString();
    return told.slice(0, 10);
  };
  const language = document.documentElement.lang;
  const isJapanese = language === "ja";
  const words = (options) => new Intl.DateTimeFormat(isJapanese ? "ja-JP" : "en-GB", { timeZone: "UTC", ...options });
  const whole = words({ year: "numeric", month: "long", day: "numeric" });
  const names = { y: words({ year: "numeric" }), m: words({ month: "short" }) };
  const told = (number) => whole.format(new Date(number * DAY));
  const span = (low, high) => {
    if (low === high) return told(low);
    return `${low <= -1e9 ? "…" : told(low)} – ${high >= 1e9 ? "…" : told(high)}`;
  };

  const bands = [...stage.querySelectorAll(".band")].map((group) => ({
    kind: group.dataset.kind, top: Number(group.dataset.top), height: Number(group.dataset.height),
    name: group.dataset.name, counted: group.dataset.counted, marked: group.dataset.marked,
    marks: [], days: [], drawn: [],
  }));
  if (!bands.length) return;
  const bottom = Math.max(...bands.map((band) => band.top + band.height)) + 1;
  const view = { first: day(stage.dataset.first), last: day(stage.dataset.last) + 1 };
  const all = stage.dataset.allFirst
    ? { first: day(stage.dataset.allFirst), last: day(stage.dataset.allLast) + 1 } : { ...view };
  let loaded = null;
  let lit = null;

  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  const pen = canvas.getContext("2d");
  if (!pen) return;
  stage.append(canvas);
  stage.tabIndex = 0;
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", stage.dataset.label);
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  stage.append(tip);

  // Colours are those of the style sheet, in either theme.
  let ink = {};
  let hatch = null;
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const forced = matchMedia("(forced-colors: active)").matches;
    const get = (name, other) => (forced ? other : style.getPropertyValue(name).trim());
    ink = {
      ink: get("--ink", "CanvasText"), soft: get("--ink-2", "CanvasText"), rule: get("--rule", "GrayText"),
      firm: get("--rule-2", "CanvasText"), sheet: get("--sheet", "Canvas"), accent: get("--accent", "Highlight"),
      pale: get("--accent-soft", "Canvas"), hatch: get("--hatch", "GrayText"),
    };
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const small = tile.getContext("2d");
    small.strokeStyle = ink.soft;
    small.lineWidth = 1.4;
    for (const at of [-6, 0, 6]) {
      small.beginPath();
      small.moveTo(at, 6);
      small.lineTo(at + 6, 0);
      small.stroke();
    }
    hatch = pen.createPattern(tile, "repeat");
  };

  let wide = 0;
  const sized = () => {
    wide = stage.clientWidth;
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(wide * scale);
    canvas.height = Math.round(bottom * scale);
    canvas.style.height = `${bottom}px`;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
  };
  const x = (number) => ((number - view.first) / (view.last - view.first)) * wide;

  // Marks are laid in lanes so that none hides another; in order of their beginning.
  const lay = (band) => {
    const perDay = wide / (view.last - view.first);
    const seen = band.marks.filter((mark) => mark.from < view.last && mark.to >= view.first);
    const room = band.height - HEAD - 6;
    const ends = [];
    let lanes = 0;
    for (const mark of seen) {
      const low = Math.max(mark.low, view.first - 9e3), high = Math.min(mark.high + 1, view.last + 9e3);
      mark.x = x(low);
      mark.wide = Math.max(LEAST, (high - low) * perDay);
      if (mark.wide === LEAST) mark.x -= Math.max(0, (LEAST - perDay) / 2);
      const from = Math.min(mark.x, x(mark.from)), to = Math.max(mark.x + mark.wide, x(mark.to + 1));
      let lane = 0;
      while (lane < ends.length && ends[lane] > from) lane += 1;
      ends[lane] = to + 1;
      mark.lane = lane;
      if (lane >= lanes) lanes = lane + 1;
      if (lanes > room) return null;
    }
    band.pitch = Math.min(PITCH, room / Math.max(1, lanes));
    return seen;
  };

  const box = (mark, y, high, band) => {
    const { x: left, wide: across } = mark;
    const isOpen = mark.precision !== "day" || mark.rough;
    const promise = band.kind === "commitment" && !mark.document;
    if (high < 3) { // too thin for an outline: a lighter tone says what an outline would
      pen.fillStyle = mark.id === lit ? ink.accent : mark.document || isOpen ? ink.firm : ink.ink;
      pen.fillRect(left, y, across, high);
      return;
    }
    pen.setLineDash(mark.document ? [2, 1.5] : mark.off ? [4, 2] : []);
    pen.fillStyle = mark.document || mark.ahead || mark.off ? ink.sheet
      : promise ? ink.hatch : isOpen ? ink.pale : ink.ink;
    pen.strokeStyle = mark.id === lit ? ink.accent : isOpen || mark.document ? ink.soft : ink.ink;
    pen.lineWidth = mark.id === lit ? 2.5 : 1;
    pen.fillRect(left, y, across, high);
    pen.strokeRect(left + 0.5, y + 0.5, Math.max(1, across - 1), high - 1);
    if (mark.rough && across > 9) {
      const end = Math.min(across * 0.28, 40);
      pen.fillStyle = hatch;
      pen.fillRect(left, y, end, high);
      if (!promise) pen.fillRect(left + across - end, y, end, high);
    }
  };

  const drawMarks = (band, seen) => {
    for (const mark of seen) {
      const y = band.top + HEAD + mark.lane * band.pitch;
      const high = Math.max(1, band.pitch * 0.72);
      const middle = y + high / 2;
      pen.setLineDash([]);
      pen.lineWidth = 1;
      pen.strokeStyle = ink.soft;
      for (const [low, last] of mark.was) {
        const from = x(low), across = Math.max(LEAST, x(last + 1) - from);
        pen.beginPath();
        pen.moveTo(from + across / 2, middle);
        pen.lineTo(mark.x + mark.wide / 2, middle);
        pen.stroke();
        pen.setLineDash([1.5, 1.5]);
        pen.strokeRect(from + 0.5, y + 0.5, across - 1, Math.max(1, high - 1));
        pen.setLineDash([]);
      }
      for (const later of mark.later) {
        const at = x(later + 0.5);
        pen.beginPath();
        pen.moveTo(mark.x + mark.wide, middle);
        pen.lineTo(at, middle);
        pen.stroke();
        pen.beginPath();
        pen.arc(at, middle, Math.max(2, high / 2), 0, 7);
        pen.stroke();
      }
      box(mark, y, high, band);
    }
    pen.setLineDash([]);
  };

  // Where there are more than can be drawn, columns of two pixels or more count them by day.
  const drawColumns = (band) => {
    const days = band.days.filter(([at]) => at >= view.first && at < view.last);
    const across = Math.max(2, wide / (view.last - view.first));
    const sums = new Map();
    let count = 0;
    for (const [at, n] of days) {
      const column = Math.floor(x(at) / across + 1e-6);
      sums.set(column, (sums.get(column) || 0) + n);
      count += n;
    }
    const most = Math.max(1, ...sums.values());
    const room = band.height - HEAD - 6;
    pen.fillStyle = ink.firm;
    for (const [column, n] of sums) {
      const high = Math.max(1.5, (room * n) / most);
      pen.fillRect(column * across, band.top + band.height - 6 - high, across - (across > 4 ? 1 : 0), high);
    }
    return count;
  };

  const STEPS = [[1, "d"], [2, "d"], [7, "d"], [14, "d"], [1, "m"], [3, "m"], [6, "m"], [1, "y"], [2, "y"],
    [5, "y"], [10, "y"], [20, "y"], [50, "y"], [100, "y"], [500, "y"], [1000, "y"]];
  const ticks = () => {
    const most = Math.max(2, Math.floor(wide / 74));
    const days = view.last - view.first;
    const [step, unit] = STEPS.find(([n, kind]) => days / (n * { d: 1, m: 30.4, y: 365.2 }[kind]) <= most) || STEPS.at(-1);
    const found = [];
    if (unit === "d") {
      // 1970-01-05 was a Monday.
      for (let at = Math.ceil((view.first - 4) / step) * step + 4; at < view.last; at += step) found.push(at);
    } else {
      const months = unit === "m" ? step : 12 * step;
      const start = new Date(Math.max(view.first, -719160) * DAY);
      let month = start.getUTCFullYear() * 12 + start.getUTCMonth();
      month = Math.floor(month / months) * months;
      for (;; month += months) {
        const at = Math.round(new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1) / DAY);
        if (at >= view.last || found.length > 60) break;
        if (at >= view.first) found.push(at);
      }
    }
    return { found, unit };
  };

  const drawAxis = () => {
    const { found, unit } = ticks();
    const family = getComputedStyle(document.body).fontFamily;
    pen.font = `12px ${family}`;
    pen.lineWidth = 1;
    let year = null;
    for (const at of found) {
      const date = new Date(at * DAY);
      const left = Math.round(x(at)) + 0.5;
      const isNew = unit !== "y" && date.getUTCFullYear() !== year;
      year = date.getUTCFullYear();
      pen.strokeStyle = ink.rule;
      pen.beginPath();
      pen.moveTo(left, isNew ? 2 : 20);
      pen.lineTo(left, bottom);
      pen.stroke();
      const short = `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
      const text = unit === "y" ? names.y.format(date) : unit === "m" ? names.m.format(date)
        : isJapanese ? short : `${date.getUTCDate()} ${names.m.format(date)}`;
      pen.fillStyle = ink.soft;
      pen.fillText(text, left + 4, 31);
      if (isNew) {
        pen.fillStyle = ink.ink;
        pen.fillText(names.y.format(date), left + 4, 15);
      }
    }
    pen.strokeStyle = ink.firm;
    for (const y of [AXIS, ...bands.map((band) => band.top + band.height)]) {
      pen.beginPath();
      pen.moveTo(0, y + 0.5);
      pen.lineTo(wide, y + 0.5);
      pen.stroke();
    }
    if (stage.dataset.latest) {
      const left = x(day(stage.dataset.latest) + 1);
      pen.strokeStyle = ink.accent;
      pen.setLineDash([2, 3]);
      pen.beginPath();
      pen.moveTo(left, AXIS);
      pen.lineTo(left, bottom);
      pen.stroke();
      pen.setLineDash([]);
    }
    return family;
  };

  const covers = (band) => loaded && loaded.kinds.has(band.kind)
    && loaded.first <= view.first && loaded.last >= view.last;
  const draw = () => {
    pen.clearRect(0, 0, wide, bottom);
    const family = drawAxis();
    const numbers = new Intl.NumberFormat(language);
    for (const band of bands) {
      const seen = covers(band) ? lay(band) : null;
      band.drawn = seen || [];
      let count = seen && seen.length;
      if (seen) drawMarks(band, seen);
      else count = drawColumns(band);
      pen.font = `600 13px ${family}`;
      pen.lineWidth = 4;
      pen.strokeStyle = ink.sheet;
      pen.lineJoin = "round";
      pen.strokeText(band.name, 8, band.top + 16);
      pen.fillStyle = ink.ink;
      pen.fillText(band.name, 8, band.top + 16);
      const after = 8 + pen.measureText(band.name).width + 6;
      pen.font = `12px ${family}`;
      const text = count === null ? "" : (seen ? band.marked : band.counted).replace("N", numbers.format(count));
      pen.strokeText(text, after, band.top + 16);
      pen.fillStyle = ink.soft;
      pen.fillText(text, after, band.top + 16);
    }
  };
  let asked = 0;
  const redraw = () => {
    if (!asked) asked = requestAnimationFrame(() => { asked = 0; draw(); });
  };

  // What is drawn comes from this server: marks around the window, counts of all days once.
  const later = () => {
    const found = new Map();
    for (const line of document.querySelectorAll(".moment[data-later]")) {
      found.set(line.dataset.id, line.dataset.later.split(" ").map(day));
    }
    return found;
  };
  const ask = async (address, query) => {
    const target = new URL(address, location.href);
    for (const [key, value] of Object.entries(query)) target.searchParams.set(key, value);
    const answer = await fetch(target, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const take = (data, kinds) => {
    const since = later();
    for (const band of bands) band.marks = [];
    const of = new Map(bands.map((band) => [band.kind, band]));
    for (const item of data.items) {
      const as = item.as || [];
      const mark = {
        id: item.id, low: day(item.low), high: day(item.high), precision: item.precision,
        rough: as.includes("rough"), document: as.includes("document"), ahead: as.includes("ahead"),
        off: as.includes("off"), was: (item.was || []).map((pair) => pair.map(day)),
        later: since.get(item.id) || [],
      };
      mark.from = Math.min(mark.low, ...mark.was.map((pair) => pair[0]));
      mark.to = Math.max(mark.high, ...mark.was.map((pair) => pair[1]), ...mark.later);
      of.get(item.kind)?.marks.push(mark);
    }
    for (const band of bands) band.marks.sort((a, b) => a.from - b.from || a.low - b.low);
    loaded = { first: day(data.since), last: day(data.until) + 1, kinds: new Set(data.is_cut ? [] : kinds) };
  };
  // Of the kinds with the fewest records as many as can be drawn; of the others the counts do.
  const MOST = 10000;
  const wanted = (first, last) => {
    const sizes = bands.map((band) => ({
      kind: band.kind,
      size: band.days.reduce((sum, [at, n]) => sum + (at >= first && at < last ? n : 0), 0),
    })).sort((a, b) => a.size - b.size);
    let sum = 0;
    return sizes.filter(({ size }) => (sum += size) <= MOST).map(({ kind }) => kind);
  };
  let loading = 0;
  const load = async () => {
    const mine = ++loading;
    const size = view.last - view.first;
    let kinds = wanted(view.first - size, view.last + size), more = size;
    if (kinds.length < bands.length) { kinds = wanted(view.first, view.last); more = 0; }
    const first = iso(Math.floor(view.first - more)), last = iso(Math.ceil(view.last - 1 + more));
    let data = { since: first, until: last, is_cut: false, items: [] };
    for (; kinds.length; kinds.pop()) { // what reaches into the window may be one too many
      data = (await ask(stage.dataset.items, { since: first, until: last, kind: kinds.join(",") })).data;
      if (!data.is_cut || mine !== loading) break;
    }
    if (mine !== loading) return;
    take(data, kinds);
    redraw();
  };
  const count = async () => {
    const of = new Map(bands.map((band) => [band.kind, band]));
    for (const line of (await ask(stage.dataset.counts, {})).data) {
      if (line.day) of.get(line.kind)?.days.push([day(line.day), line.count]);
    }
  };
  const said = document.getElementById("told");
  const failed = () => { if (said) said.textContent = stage.dataset.failed; };

  // The list beside follows the axis when it comes to rest; so does the address.
  let rest = 0;
  let following = 0;
  const follow = async () => {
    const mine = ++following;
    const since = iso(Math.round(view.first)), until = iso(Math.round(view.last) - 1);
    const address = stage.dataset.address.replace("SINCE", since).replace("UNTIL", until);
    history.replaceState(null, "", address);
    if (!loaded || loaded.first > view.first || loaded.last < view.last || !bands.every(covers)) load().catch(failed);
    const list = document.getElementById("list");
    list.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== following) return;
      for (const id of ["list", "window"]) {
        const fresh = page.getElementById(id), old = document.getElementById(id);
        if (fresh && old) old.replaceWith(document.importNode(fresh, true));
      }
      for (const part of [".moves", ".overall .shown"]) {
        const fresh = page.querySelector(part), old = document.querySelector(part);
        if (fresh && old && !old.contains(document.activeElement)) old.replaceWith(document.importNode(fresh, true));
      }
      if (said) said.textContent = stage.dataset.shown.replace("SINCE", told(Math.round(view.first))).replace("UNTIL", told(Math.round(view.last) - 1));
      const since_ = later();
      for (const band of bands) for (const mark of band.marks) mark.later = since_.get(mark.id) || mark.later;
      redraw();
    } catch {
      failed();
    } finally {
      document.getElementById("list")?.removeAttribute("aria-busy");
    }
  };
  const show = (first, last) => {
    const size = Math.min(Math.max(last - first, 1), 400 * 366);
    const middle = Math.min(Math.max((first + last) / 2, -719000), 2932000);
    view.first = middle - size / 2;
    view.last = middle + size / 2;
    tip.hidden = true;
    redraw();
    clearTimeout(rest);
    rest = setTimeout(() => {
      view.first = Math.round(view.first);
      view.last = Math.max(view.first + 1, Math.round(view.last));
      redraw();
      follow();
    }, 450);
  };
  const move = (part) => { const by = (view.last - view.first) * part; show(view.first + by, view.last + by); };
  const zoom = (factor, at = (view.first + view.last) / 2) => {
    show(at - (at - view.first) * factor, at + (view.last - at) * factor);
  };
  const whole_ = () => { const margin = (all.last - all.first) * 0.02; show(all.first - margin, all.last + margin); };

  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ArrowLeft: () => move(-0.15), ArrowRight: () => move(0.15), "+": () => zoom(0.6), ";": () => zoom(0.6),
      "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), 0: whole_,
    };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
    if (event.key === "Escape") tip.hidden = true;
  });
  stage.addEventListener("wheel", (event) => {
    if (document.activeElement !== stage && !event.ctrlKey) return;
    event.preventDefault();
    const across = stage.getBoundingClientRect();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) move(event.deltaX / wide);
    else zoom(Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY / 400))), view.first + ((event.clientX - across.left) / wide) * (view.last - view.first));
  }, { passive: false });

  let grip = null;
  stage.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    grip = { x: event.clientX, first: view.first, last: view.last, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!grip) return;
    const by = ((event.clientX - grip.x) / wide) * (grip.last - grip.first);
    if (Math.abs(event.clientX - grip.x) > 4 || grip.moved) {
      grip.moved = true;
      stage.classList.add("held");
      show(grip.first - by, grip.last - by);
    }
  });
  const letGo = () => { stage.classList.remove("held"); setTimeout(() => { grip = null; }); };
  addEventListener("pointerup", letGo);
  addEventListener("pointercancel", letGo);

  // The words of a mark: under the pointer, and in the list.
  const at = (event) => {
    const across = canvas.getBoundingClientRect();
    const px = event.clientX - across.left, py = event.clientY - across.top;
    for (const band of bands) {
      if (py < band.top + HEAD - 2 || py > band.top + band.height) continue;
      const near = Math.max(2, 5 - band.pitch / 2);
      let best = null;
      for (const mark of band.drawn) {
        const y = band.top + HEAD + mark.lane * band.pitch + band.pitch * 0.36;
        if (px < mark.x - 3 || px > mark.x + mark.wide + 3) continue;
        const off = Math.abs(py - y);
        if (off <= band.pitch / 2 + near && (!best || off < best.off)) best = { mark, band, off };
      }
      if (best) return best;
    }
    return null;
  };
  const quotes = new Map();
  const tell = async (found, event) => {
    const across = stage.getBoundingClientRect();
    const { mark, band } = found;
    const date = document.createElement("p");
    date.textContent = `${band.name} · ${span(mark.low, mark.high)}`;
    tip.replaceChildren(date);
    tip.hidden = false;
    const left = Math.min(event.clientX - across.left + 12, Math.max(8, wide - tip.offsetWidth - 8));
    tip.style.left = `${left}px`;
    tip.style.top = `${event.clientY - across.top + 16}px`;
    if (!quotes.has(mark.id)) quotes.set(mark.id, ask(`/timeline/items/${mark.id}.json`, {}).catch(() => null));
    const answer = await quotes.get(mark.id);
    const exact = answer?.data?.exact;
    if (lit === mark.id && exact) {
      const quote = document.createElement("blockquote");
      quote.textContent = exact;
      tip.replaceChildren(date, quote);
    }
  };
  let waiting = 0;
  const light = (id) => {
    if (lit === id) return;
    lit = id;
    for (const line of document.querySelectorAll(".moment.lit")) line.classList.remove("lit");
    if (id) document.getElementById(`m-${id}`)?.classList.add("lit");
    redraw();
  };
  stage.addEventListener("pointermove", (event) => {
    if (grip?.moved) return;
    const found = at(event);
    stage.classList.toggle("over", Boolean(found));
    light(found ? found.mark.id : null);
    clearTimeout(waiting);
    if (!found) { tip.hidden = true; return; }
    waiting = setTimeout(() => tell(found, event), 120);
  });
  stage.addEventListener("pointerleave", () => { clearTimeout(waiting); tip.hidden = true; light(null); });
  stage.addEventListener("click", (event) => {
    if (grip?.moved) return;
    const found = at(event);
    if (!found) return;
    const line = document.getElementById(`m-${found.mark.id}`);
    if (line) {
      line.tabIndex = -1;
      line.focus();
      line.scrollIntoView({ block: "nearest" });
    } else {
      const folder = { talk: "talks", commitment: "commitments" }[found.band.kind] || "records";
      location.assign(`/${folder}/${found.mark.id}`);
    }
  });
  for (const name of ["focusin", "pointerover"]) {
    document.addEventListener(name, (event) => {
      const line = event.target.closest?.(".moment");
      if (line) light(line.dataset.id || null);
      else if (name === "pointerover" && !stage.contains(event.target)) light(null);
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".moves a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { go, days } = link.dataset;
    const middle = (view.first + view.last) / 2;
    if (go) ({ earlier: () => move(-0.5), later: () => move(0.5), in: () => zoom(0.5), out: () => zoom(2) })[go]();
    else if (days === "all") whole_();
    else show(middle - days / 2, middle + Number(days) / 2);
  });

  // A range of all time by dragging over the bars.
  const bars = document.querySelector(".overall .bars");
  let first = null;
  const bar = (event) => event.target.closest?.(".overall a[data-since]");
  document.addEventListener("dragstart", (event) => { if (bar(event)) event.preventDefault(); });
  const reach = (one, other) => {
    const [from, to] = [one, other].sort((a, b) => (a.dataset.since < b.dataset.since ? -1 : 1));
    return [day(from.dataset.since), day(to.dataset.until) + 1];
  };
  bars?.addEventListener("pointerdown", (event) => { first = bar(event); });
  bars?.addEventListener("pointerover", (event) => {
    const last = bar(event);
    if (!first || !last) return;
    const [from, to] = reach(first, last);
    for (const one of bars.querySelectorAll("a[data-since]")) {
      one.classList.toggle("chosen", day(one.dataset.since) >= from && day(one.dataset.since) < to);
    }
  });
  bars?.addEventListener("click", (event) => { if (bar(event)) event.preventDefault(); });
  addEventListener("pointerup", (event) => {
    const last = bar(event);
    if (first && last) show(...reach(first, last));
    for (const one of bars?.querySelectorAll(".chosen") || []) one.classList.remove("chosen");
    first = null;
  });

  const begin = () => {
    stage.classList.add("drawn");
    colours();
    sized();
    redraw();
    stage.dataset.ready = String(bands.reduce((sum, band) => sum + band.marks.length, 0));
  };
  addEventListener("resize", () => { sized(); redraw(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { colours(); redraw(); });
  new MutationObserver(() => { colours(); redraw(); }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  count().then(load).then(begin).catch(failed);
})();

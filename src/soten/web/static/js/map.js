// What script adds to the map: it moves and zooms (Leaflet, land from this server only), and the days
// go by under a slider. Without it, the drawing and the list below say the same for one day.
"use strict";
(() => {
  const box = document.getElementById("map");
  if (!box || !window.L) return;
  const DAY = 864e5;
  const language = document.documentElement.lang;
  const words = box.dataset;
  const number = (iso) => Math.round(Date.parse(iso) / DAY);
  const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const told = new Intl.DateTimeFormat(language === "ja" ? "ja-JP" : "en-GB", { timeZone: "UTC", year: "numeric", month: "long", day: "numeric" });
  const said = document.getElementById("told");
  const ask = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  // TopoJSON: arcs of deltas that neighbours share; one below nought runs backwards.
  const land = (topology) => {
    const { scale: [wide, high], translate: [left, low] } = topology.transform;
    const arcs = topology.arcs.map((deltas) => {
      let x = 0, y = 0;
      return deltas.map(([dx, dy]) => { x += dx; y += dy; return [x * wide + left, y * high + low]; });
    });
    const ring = (numbers) => {
      const found = [];
      let turn = 0;
      for (const n of numbers) {
        const arc = n >= 0 ? arcs[n] : arcs[~n].slice().reverse();
        for (const [x, y] of found.length ? arc.slice(1) : arc) {
          const last = found.at(-1);
          if (last && Math.abs(x + turn - last[1]) > 180) turn += x + turn > last[1] ? -360 : 360;
          found.push([Math.max(-85, Math.min(85, y)), x + turn]);
        }
      }
      return found;
    };
    return topology.objects.countries.geometries.map((shape) => (
      shape.type === "MultiPolygon" ? shape.arcs.map((part) => part.map(ring)) : [shape.arcs.map(ring)]));
  };

  const SVG = "http://www.w3.org/2000/svg";
  const part = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const size = (n, one, few, many) => (n === 1 ? one : n < 10 ? few : many);
  // The same marks as the server draws.
  const symbol = (state) => {
    const svg = part("svg", { width: 30, height: 30, viewBox: "-15 -15 30 30", "aria-hidden": "true" });
    if (state.place.basis !== "own") svg.append(part("circle", { class: "about", r: 14 }));
    if (state.claims.length) {
      const claim = part("circle", { class: state.contested ? "claim contested" : "claim", r: 10 });
      if (state.contested) claim.setAttribute("fill", "url(#contested-key)");
      svg.append(claim);
    }
    if (state.talks) svg.append(part("circle", { class: "talk", cx: state.events ? -4 : 0, r: size(state.talks, 4, 5, 7) }));
    if (state.events) {
      const half = size(state.events, 3, 4, 6);
      svg.append(part("rect", { class: "event", x: (state.talks ? 4 : 0) - half, y: -half, width: half * 2, height: half * 2 }));
    }
    return svg;
  };

  const counted = (kind, n) => (n === 1 ? words[`${kind}One`] : words[kind].replace("N", n));
  const name = (label) => (language === "en" ? label.en || label.ja : label.ja || label.en) || "";
  const onMap = (place) => {
    const own = name(place.name);
    const other = language === "ja" ? place.names.map(({ form }) => form).find((form) => form !== own) : null;
    return other ? `${own} / ${other}` : own;
  };
  const sum = (days, first, last) => {
    let found = 0;
    for (const [day, n] of days) if (day >= first && day <= last) found += n;
    return found;
  };
  // What stands of a place on a day: what began in the days up to it, claims not yet taken back.
  const state = (place, day, back) => {
    const at = iso(day);
    const claims = place.claims.filter((one) => one.low <= at && (!one.until || one.until > at));
    return {
      place,
      talks: sum(place.talkDays, day - back + 1, day),
      events: sum(place.eventDays, day - back + 1, day),
      claims,
      contested: claims.some((one) => one.contested.some((at_) => at_.from <= at && (!at_.until || at_.until > at))),
    };
  };
  const about = (one) => [
    one.talks && counted("talk", one.talks), one.events && counted("event", one.events),
    one.claims.length && counted("claims", one.claims.length), one.contested && words.contested,
  ].filter(Boolean).join(language === "ja" ? "・" : ", ");
  const line = (text, tag = "p") => {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };
  const card = (one) => {
    const made = document.createElement("div");
    made.append(line(name(one.place.name), "strong"));
    for (const { form, whose } of one.place.names) {
      const who = name(one.place.names_of[whose] || { ja: whose });
      made.append(line(words.nameOf.replace("FORM", form).replace("WHO", who)));
    }
    made.append(line(about(one)));
    const link = document.createElement("a");
    link.href = `#p-${one.place.id}`;
    link.textContent = words.list;
    link.addEventListener("click", () => {
      const target = document.getElementById(`p-${one.place.id}`);
      if (target) { target.tabIndex = -1; setTimeout(() => target.focus()); }
    });
    made.append(link);
    return made;
  };

  const begin = async () => {
    const [topology, answer] = await Promise.all([ask(words.land), ask(words.places)]);
    const places = answer.data.filter((place) => place.latitude !== null).map((place) => ({
      ...place,
      talkDays: Object.entries(place.talks).map(([day, n]) => [number(day), n]),
      eventDays: Object.entries(place.events).map(([day, n]) => [number(day), n]),
    }));
    box.replaceChildren();
    document.documentElement.classList.add("drawn-map");
    const map = L.map(box, {
      zoomControl: false, attributionControl: false, scrollWheelZoom: false, minZoom: 1, maxZoom: 9,
      maxBounds: [[-80, -240], [85, 240]], worldCopyJump: false, zoomAnimation: false, fadeAnimation: false,
    });
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", words.label);
    L.control.zoom({ zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map);
    L.control.attribution({ prefix: false }).addTo(map).addAttribution(words.credit);
    map.on("focus", () => map.scrollWheelZoom.enable());
    map.on("blur", () => map.scrollWheelZoom.disable());
    const layer = L.layerGroup().addTo(map);
    const drawLand = (told_) => {
      layer.clearLayers();
      L.polygon(land(told_).flat(), { className: "land", interactive: false, smoothFactor: 1.2, noClip: false }).addTo(layer);
    };
    let fine = null;
    map.on("zoomend", async () => {
      if (map.getZoom() >= 4 && !fine) {
        fine = ask(words.fine);
        try { drawLand(await fine); } catch { fine = null; }
      }
      names();
    });

    const marks = new Map();
    let day = number(words.day), back = Number(words.days), shown = [];
    const names = () => {
      // Names where there is room: those with most first, none over another.
      const taken = shown.map(({ place }) => {
        const at = map.latLngToContainerPoint([place.latitude, place.longitude]);
        return [at.x - 9, at.y - 9, at.x + 9, at.y + 9];
      });
      const edge = map.getSize().x;
      const order = shown.map((one, n) => [one, n]).sort(([a], [b]) => (b.contested - a.contested)
        || ((a.place.basis !== "own") - (b.place.basis !== "own")));
      for (const [one, n] of order) {
        const { mark, labels } = marks.get(one.place.id);
        const at = map.latLngToContainerPoint(mark.getLatLng());
        const wide = [...onMap(one.place)].reduce((all, sign) => all + (sign > "⺀" ? 14 : 8), 4);
        let isFree = false;
        for (const [side, left] of [["right", at.x + 12], ["left", at.x - 14 - wide]]) {
          const room = [left, at.y - 9, left + wide, at.y + 9];
          isFree = !isFree && room[0] > 0 && room[2] < edge && !taken.some((other, m) => m !== n
            && room[0] < other[2] && other[0] < room[2] && room[1] < other[3] && other[1] < room[3]);
          if (!isFree) { labels[side].remove(); continue; }
          taken.push(room);
          if (!map.hasLayer(labels[side])) labels[side].addTo(map);
          if (side === "right") { labels.left.remove(); break; }
        }
      }
    };
    const draw = () => {
      shown = places.map((place) => state(place, day, back)).filter((one) => one.talks || one.events || one.claims.length)
        .sort((a, b) => b.talks + b.events - a.talks - a.events);
      const here = new Set(shown.map((one) => one.place.id));
      for (const [id, { drop }] of marks) if (!here.has(id)) { drop(); marks.delete(id); }
      for (const one of shown) {
        const { place } = one;
        const key = `${one.talks} ${one.events} ${one.claims.length} ${one.contested}`;
        let kept = marks.get(place.id);
        if (kept && kept.key === key) continue;
        kept?.drop();
        const icon = L.divIcon({ className: "mark-here", iconSize: [30, 30], html: symbol(one) });
        const mark = L.marker([place.latitude, place.longitude], { icon, keyboard: true, riseOnHover: true, zIndexOffset: one.contested ? 400 : 0 });
        mark.addTo(map).bindPopup(() => card(one), { maxWidth: 300, autoPanPadding: [20, 20] });
        mark.bindTooltip(() => line(`${name(place.name)} — ${about(one)}`, "span"), { direction: "top", offset: [0, -10] });
        mark.getElement().setAttribute("aria-label", `${name(place.name)}: ${about(one)}`);
        const label = (direction, across) => L.tooltip({ permanent: true, direction, offset: [across, 0], className: "name", interactive: false })
          .setLatLng([place.latitude, place.longitude]).setContent(line(onMap(place), "span"));
        const labels = { right: label("right", 12), left: label("left", -12) };
        const drop = () => { mark.remove(); labels.left.remove(); labels.right.remove(); };
        marks.set(place.id, { mark, labels, key, drop });
      }
      names();
      box.dataset.shown = String(shown.length);
    };
    map.on("moveend", names);

    const west = words.west === undefined ? null : [[Number(words.south), Number(words.west)], [Number(words.north), Number(words.east)]];
    map.fitBounds(west || [[-50, -150], [72, 170]], { animate: false });
    drawLand(topology);
    draw();
    box.dataset.ready = "1";

    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.near");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      map.setView([link.dataset.latitude, link.dataset.longitude], 7, { animate: false });
      box.scrollIntoView({ block: "center" });
      const found = shown.find((one) => link.closest("li").id === `p-${one.place.id}`);
      if (found) marks.get(found.place.id).mark.openPopup().getElement().focus();
    });

    // The days under the slider; the list and the address follow when it rests.
    const form = document.querySelector(".time");
    const slide = document.getElementById("slide");
    const output = document.getElementById("shown-day");
    let rest = 0, following = 0;
    const follow = async () => {
      const mine = ++following;
      const query = new URLSearchParams(location.search);
      query.set("at", iso(day));
      query.set("days", back);
      const address = `${location.pathname}?${query}`;
      history.replaceState(null, "", address);
      const list = document.getElementById("places");
      list.setAttribute("aria-busy", "true");
      try {
        const page = new DOMParser().parseFromString(await (await fetch(address, { headers: { accept: "text/html" } })).text(), "text/html");
        if (mine !== following) return;
        list.replaceWith(document.importNode(page.getElementById("places"), true));
        if (said) said.textContent = document.getElementById("span").textContent;
      } catch {
        if (said) said.textContent = words.failed;
        list.removeAttribute("aria-busy");
      }
    };
    const go = (to) => {
      day = to;
      if (form) form.elements.at.value = iso(day);
      if (slide) slide.value = day;
      if (output) output.textContent = told.format(new Date(day * DAY));
      draw();
      clearTimeout(rest);
      rest = setTimeout(follow, 400);
    };
    if (slide) {
      slide.min = Math.min(number(slide.dataset.first), day);
      slide.max = Math.max(number(slide.dataset.last), day);
      slide.value = day;
      slide.addEventListener("input", () => go(Number(slide.value)));
      const speak = () => slide.setAttribute("aria-valuetext", told.format(new Date(Number(slide.value) * DAY)));
      slide.addEventListener("input", speak);
      speak();
    }
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      back = Number(form.elements.days.value);
      if (form.elements.at.value) go(number(form.elements.at.value));
    });
    form?.elements.days.addEventListener("change", () => { back = Number(form.elements.days.value); go(day); });
    form?.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-shift], a[data-day]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(link.dataset.day ? number(link.dataset.day) : day + Number(link.dataset.shift));
    });
  };
  begin().catch(() => { if (said) said.textContent = words.failed; });
})();

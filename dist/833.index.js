"use strict";

exports.id = 833;

exports.ids = [ 833 ];

exports.modules = {
 833: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
   renderForNobody: () => renderForNobody,
   writeReports: () => writeReports
  });
  var external_node_fs_ = __webpack_require__(24);
  var external_node_path_ = __webpack_require__(760);
  var neutralise_text = __webpack_require__(261);
  var words = __webpack_require__(830);
  var count_results = __webpack_require__(329);
  // src/reports/views/describe-ending.ts
  /**
 * What became of a session, to stand behind its name: `failed in eu-west-1, 1 of 5 locations`. Holds
 * text from outside: names of locations, and a status that nobody has heard of.
 * @param isCounted whether there is room for counts
 */
  function describeEnding(view, isCounted = true) {
   const ending = describeStatus(view, isCounted);
   const {state} = view.fate;
   if (state === "passed" && view.status !== "PASSED") return `${ending}, let through`;
   return state === "failed" && view.status === "PASSED" ? `${ending}, which passing-statuses does not list` : ending;
  }
  /** What has failed of a session that did not pass, but for final results: `2 attempts in eu-west-1 failed`. */  function describeSoFar({fate, locations}) {
   if (fate.state === "passed") return "";
   const failures = locations.flatMap(({final, location, attempts}) => {
    const count = attempts.filter(attempt => (0, count_results /* judgeResult */ .p8)(attempt) === "failed").length;
    return final !== null || count === 0 ? [] : `${(0, words /* countThings */ .Fs)(count, "attempt")} in ${location.slice(0, 60)}`;
   });
   return failures.length === 0 ? "" : `${failures.slice(0, 3).join(", ")}${failures.length > 3 ? " \u2026" : ""} failed`;
  }
  /** What is worth a look in a session that passed: `passed after retry in eu-west-1 (2 attempts)`. */  function describeRemarks(view) {
   const {retriedLocations: retried, stoppedLocations, status} = view;
   const missing = stoppedLocations.filter(it => it.kind === "missing").length;
   const notPassed = stoppedLocations.length - missing;
   const places = retried.slice(0, 2).map(({location, attempts}) => `${location.slice(0, 60)} (${(0, 
   words /* countThings */ .Fs)(attempts.length, "attempt")})`);
   if (retried.length > 2) places.push(`${retried.length - 2} more`);
   const remarks = [ status === "PASSED" ? "" : describeEnding(view, false), retried.length === 0 ? "" : `passed after retry in ${places.join(", ")}`, missing === 0 ? "" : `no final result from ${(0, 
   words /* countThings */ .Fs)(missing, "location")}`, notPassed === 0 ? "" : `passed, though ${(0, 
   words /* countThings */ .Fs)(notPassed, "final result")} did not` ];
   return (0, words /* joinFilled */ .tI)(remarks, "; ") || describeEnding(view);
  }
  function describeStatus(view, isCounted) {
   switch (view.status) {
   case "PASSED":
    return `passed${describePlaces(view, "passed", isCounted)}`;

   case "FAILED":
    return `failed${describePlaces(view, "failed", isCounted)}`;

   case "DEGRADED":
    return `is degraded${describePlaces(view, "degraded", isCounted)}`;

   case "CANCELLED":
    return `was cancelled${describePlaces(view, "cancelled", isCounted)}`;

   case "TIMED_OUT":
    return `timed out${describePlaces(view, "missing", isCounted)}`;

   case "UNFINISHED":
    return `still running${isCounted ? describeProgress(view) : ""}`;

   case "UNKNOWN":
    return "has no verdict";

   default:
    return `ended as ${view.status}`;
   }
  }
  function describeProgress({locations}) {
   const done = locations.filter(view => view.final !== null).length;
   return locations.length === 0 ? "" : `: ${done} of ${(0, words /* countThings */ .Fs)(locations.length, "location")} done`;
  }
  /** One or two locations by name, more by their number; and those of which nothing is known. */  function describePlaces({locations}, kind, isCounted) {
   const names = locations.filter(view => view.kind === kind).map(view => view.location.slice(0, 60));
   const missing = locations.filter(view => view.kind === "missing").length;
   const rest = missing > 0 && kind !== "missing" && isCounted ? `, ${missing} without a result` : "";
   const all = (0, words /* countThings */ .Fs)(locations.length, "location");
   if (names.length === 0) return rest;
   if (names.length === locations.length && names.length > 1) return names.length === 2 ? ` in both ${names.join(" and ")}` : ` in all ${all}`;
   if (names.length > 2) return ` in ${names.length} of ${all}${rest}`;
   const count = locations.length === 1 || !isCounted ? "" : `, ${names.length} of ${all}`;
   return ` in ${names.join(" and ")}${count}${rest}`;
  }
  var report_view = __webpack_require__(232);
  // src/reports/annotations.ts
  /** Longer titles are cut off where GitHub shows them. */
  const TITLE_LENGTH = 150;
  /** GitHub shows ten errors of a step; the step's own closing error is one of them. */  const MOST_ERRORS = 9;
  /** GitHub shows ten warnings of a step. */  const MOST_WARNINGS = 10;
  /**
 * An error for each session that did not pass, a warning for each that passed after a retry or was let
 * through degraded; at most what GitHub shows, the last one saying how many more there are.
 */  function buildAnnotations(report) {
   // What was started only, or never matched, has not failed.
   if (report.verdict.detached) return [];
   const {stopped, remarkable} = (0, report_view /* buildReportView */ .U)(report);
   // Those that `fail-fast` did not wait for have done nothing wrong.
      const failed = stopped.filter(({fate}) => !(report.verdict.failedFast && fate.state === "unfinished"));
   const errors = failed.map(view => annotateFailure(view, report));
   const warnings = remarkable.map(annotateRemark);
   return [ ...shorten(errors, MOST_ERRORS, "did not pass"), ...shorten(warnings, MOST_WARNINGS, "passed with a remark") ];
  }
  function annotateFailure(view, {details}) {
   // Other statuses say in their reason what the ending would say again.
   const ending = [ "FAILED", "DEGRADED", "PASSED" ].includes(view.status) ? ` ${describeEnding(view, false)}` : "";
   const title = `${(0, neutralise_text /* cleanLine */ .Ow)(view.name, 60)}${ending}: ${view.reason}`;
   const telling = view.stoppedLocations.find(place => place.telling !== null)?.telling;
   const facts = details.get(telling?.checkResultId ?? "")?.facts ?? [];
   // Beside the session's own reason, such as that it ran out of time.
      const other = view.causes.find(({reason, details: read}) => read !== null && reason !== view.reason);
   return annotate("error", title, view, describeEnding(view), [ `Why: ${view.reason}`, other === void 0 ? "" : `Why in ${other.locations.slice(0, 8).join(", ")}: ${other.reason}`, ...facts.slice(0, 2).map(([label, value]) => `${label}: ${value}`) ]);
  }
  function annotateRemark(view) {
   const remarks = describeRemarks(view);
   return annotate("warning", `${(0, neutralise_text /* cleanLine */ .Ow)(view.name, 60)} ${remarks}`, view, remarks, []);
  }
  function annotate(level, title, view, what, facts) {
   // The log shows the message without its title.
   const lines = [ `${(0, neutralise_text /* cleanLine */ .Ow)(view.name, 200)} ${what}`, ...facts, (0, 
   neutralise_text /* isSafeLink */ .K_)(view.link) ? view.link : "" ];
   const clean = lines.map(line => (0, neutralise_text /* cleanLine */ .Ow)(line, 900));
   return {
    level,
    title: (0, neutralise_text /* cleanLine */ .Ow)(title, TITLE_LENGTH),
    message: (0, words /* joinFilled */ .tI)(clean, "\n")
   };
  }
  function shorten(annotations, most, what) {
   const [first] = annotations;
   if (first === void 0 || annotations.length <= most) return annotations;
   const left = annotations.length - (most - 1);
   const rest = {
    level: first.level,
    title: `${(0, words /* countThings */ .Fs)(left, "more session")} ${what}`,
    message: `${(0, words /* countThings */ .Fs)(left, "more session")} ${what}. The job summary and the step's log name them.`
   };
   return [ ...annotations.slice(0, most - 1), rest ];
  }
  var failure_details = __webpack_require__(100);
  var format_duration = __webpack_require__(775);
  // src/time/format-moment.ts
  /**
 * The moment in epoch milliseconds as `2026-11-23 12:04:31 UTC`.
 * @param dayMs a moment of the day on which no date is written
 */
  function formatMoment(epochMs, dayMs) {
   const moment = new Date(epochMs).toISOString().slice(0, 19).replace("T", " ");
   const today = dayMs === void 0 ? "" : new Date(dayMs).toISOString().slice(0, 10);
   return `${today !== "" && moment.startsWith(today) ? moment.slice(11) : moment} UTC`;
  }
  // src/reports/views/describe-check.ts
  /** Check types in words (Checkly Public API, `checkType`). */
  const CHECK_TYPES = {
   AGENTIC: "agentic check",
   API: "API check",
   BROWSER: "browser check",
   DNS: "DNS monitor",
   GRPC: "gRPC monitor",
   HEARTBEAT: "heartbeat monitor",
   ICMP: "ICMP monitor",
   MULTI_STEP: "multistep check",
   PLAYWRIGHT: "Playwright check suite",
   SSL: "SSL monitor",
   TCP: "TCP monitor",
   TRACEROUTE: "traceroute monitor",
   URL: "URL monitor"
  };
  /** What started a session, in words (Checkly Public API, `runSource`). */  const RUN_SOURCES = {
   CLI_DEPLOY: "run by a CLI deployment",
   DEPLOYMENT: "run by a deployment",
   DEPLOYMENT_CACHE_WARMER: "run to warm the cache of a deployment",
   EDITOR: "run from the editor",
   GROUP_RUN_ALL: "run with its whole group",
   LEGACY_TRIGGER: "run by a trigger link",
   SCHEDULER: "run on schedule",
   SCHEDULE_NOW: "run by hand with \u201cschedule now\u201d",
   TEST_NO_RECORD: "run as an unrecorded test",
   TEST_RECORD: "run as a recorded test",
   TRIGGER_API: "triggered through the API",
   TRIGGER_NO_RECORD: "triggered from the CLI, unrecorded",
   TRIGGER_RECORD: "triggered from the CLI, recorded"
  };
  /** The check's type in words; a type that nobody has heard of as the API spells it. '' for ''. */  function describeCheckType(checkType) {
   return lookUp(CHECK_TYPES, checkType) ?? checkType;
  }
  /** What started the session in words; '' when the API does not say. */  function describeRunSource(runSource) {
   return lookUp(RUN_SOURCES, runSource ?? "") ?? runSource ?? "";
  }
  function lookUp(words, key) {
   return Object.hasOwn(words, key) ? words[key] : void 0;
  }
  // src/reports/views/marks.ts
  /** A mark for what became of a location; shapes differ, so that none depends on colour alone. */
  const LOCATION_MARKS = {
   passed: "\u2705",
   degraded: "\u26a0\ufe0f",
   cancelled: "\u{1f6ab}",
   failed: "\u274c",
   missing: "\u2753"
  };
  const STATUS_MARKS = {
   PASSED: "\u2705",
   DEGRADED: "\u26a0\ufe0f",
   CANCELLED: "\u{1f6ab}",
   TIMED_OUT: "\u23f1\ufe0f",
   UNFINISHED: "\u23f3",
   UNKNOWN: "\u2753"
  };
  /**
 * The mark of a session: a cross for FAILED and for every status that nobody has heard of. What
 * `passing-statuses` makes of a status goes first.
 */  function markSession(view) {
   if (view.fate.state === "passed" && view.status !== "PASSED") return "\u26a0\ufe0f";
   if (view.fate.state === "failed" && (view.status === "PASSED" || view.status === "DEGRADED")) return "\u274c";
   return (Object.hasOwn(STATUS_MARKS, view.status) ? STATUS_MARKS[view.status] : void 0) ?? "\u274c";
  }
  var measure_times = __webpack_require__(277);
  // src/reports/render-log.ts
  /** More locations of one session are counted instead of printed. */
  const MOST_LOCATIONS = 100;
  /**
 * What the summary has, for the terminal: a group for each session that did not pass or is worth a
 * look, one group for all that passed at once. Every line is safe to print.
 */  function renderLog(report) {
   // What was only started has been listed when it was.
   if (report.verdict.detached) return [];
   const {stopped, remarkable, plain} = (0, report_view /* buildReportView */ .U)(report);
   const groups = [ ...stopped, ...remarkable ].map(view => renderSession(view, report.startedHere));
   if (plain.length > 0) groups.push({
    title: `\u2705 ${(0, words /* countThings */ .Fs)(plain.length, "session")} passed at the first attempt`,
    lines: plain.map(renderPlainSession)
   });
   return groups;
  }
  function renderSession(view, startedHere) {
   const soFar = describeSoFar(view);
   const causes = view.causes.flatMap(cause => [ `${describeWhere(cause, view)}: ${cause.reason || "not read"}`, ...cause.details === null ? [] : renderDetails(cause.details) ]);
   const left = view.locations.length - MOST_LOCATIONS;
   const ending = view.fate.state === "passed" ? describeRemarks(view) : describeEnding(view);
   const isSaid = view.reason === "" || view.causes.some(cause => cause.reason === view.reason);
   const lines = [ ...isSaid ? [] : [ `Why: ${view.reason}` ], ...causes, ...soFar === "" ? [] : [ `So far: ${soFar}` ], ...view.locations.slice(0, MOST_LOCATIONS).map(place => renderLocation(place, view)), ...left > 0 ? [ `\u2026 and ${(0, 
   words /* countThings */ .Fs)(left, "location")} more` ] : [], describeFacts(view, startedHere), ...view.link === "" ? [] : [ view.link ] ];
   return {
    title: (0, neutralise_text /* cleanLine */ .Ow)(`${markSession(view)} ${view.name} ${ending}`),
    lines: lines.map(line => (0, neutralise_text /* cleanLine */ .Ow)(line))
   };
  }
  function describeWhere({locations, reason}, view) {
   if (view.locations.length === 1 && reason === view.reason) return "Why";
   return `Why in ${locations.slice(0, 8).join(", ")}${locations.length > 8 ? " \u2026" : ""}`;
  }
  function renderDetails({facts, assertions, excerpt}) {
   return [ ...facts.map(([label, value]) => `  ${label}: ${value}`), 
   // A single assertion is what the reason says already.
   ...(assertions.length > 1 ? assertions : []).map(assertion => `  ${(0, failure_details /* describeFailedAssertion */ .N)(assertion)}`), ...excerpt === "" ? [] : (0, 
   neutralise_text /* cleanLines */ .v3)(excerpt, 30).map(line => `  \u2502 ${line}`) ];
  }
  function renderLocation(view, {fate}) {
   const isRunning = fate.state === "unfinished" && view.final === null;
   const attempts = view.attempts.map(attempt => {
    const timeMs = (0, measure_times /* measureAttempt */ .Y)(attempt);
    const mark = LOCATION_MARKS[(0, count_results /* judgeResult */ .p8)(attempt)];
    return timeMs === null ? mark : `${mark} ${(0, format_duration /* formatDuration */ .a)(timeMs)}`;
   });
   if (isRunning) attempts.push("still running"); else if (view.final === null) attempts.push(attempts.length === 0 ? "no result" : "no final result");
   const retried = view.passedAfterRetry ? " (passed after retry)" : "";
   const link = view.kind === "passed" || view.telling === null ? "" : `  ${view.telling.checkResultLink}`;
   return `${isRunning ? "\u23f3" : LOCATION_MARKS[view.kind]} ${view.location}: ${attempts.join(" \u2192 ")}${retried}${link}`;
  }
  function describeFacts(view, startedHere) {
   const {session} = view.fate;
   const facts = [ view.failingSinceMs === null ? "" : `first failed ${formatMoment(view.failingSinceMs)}`, view.tookMs === null || view.fate.state === "unfinished" ? "" : `took ${(0, 
   format_duration /* formatDuration */ .a)(view.tookMs)}`, describeCheckType(session?.checkType ?? ""), describeRunSource(session?.runSource ?? null), startedHere ? "started by this step" : "awaited by this step" ];
   return (0, words /* joinFilled */ .tI)(facts, " \xb7 ");
  }
  function renderPlainSession(view) {
   const took = view.tookMs === null ? "" : `, ${(0, format_duration /* formatDuration */ .a)(view.tookMs)}`;
   const places = view.locations.slice(0, 10).map(it => it.location);
   const left = view.locations.length - places.length;
   return (0, neutralise_text /* cleanLine */ .Ow)(`${view.name} (${places.join(", ")}${left > 0 ? ` and ${left} more` : ""}${took})  ${view.link}`);
  }
  // src/reports/report-files/json-report.ts
  /** Raised when a field changes its meaning or goes; new fields leave it as it is. */
  const FORMAT_VERSION = 1;
  /**
 * Everything that is known, as JSON: the verdict, each session with what the reports derive from it,
 * and each as the API gave it. The shape is documented in docs/report-format.md.
 */  function renderJsonReport(report) {
   const {stopped, remarkable, plain} = (0, report_view /* buildReportView */ .U)(report);
   const views = new Map([ ...stopped, ...remarkable, ...plain ].map(view => [ view.fate, view ]));
   const document = {
    formatVersion: FORMAT_VERSION,
    verdict: report.verdict,
    startedHere: report.startedHere,
    passingStatuses: report.passingStatuses,
    beganAt: new Date(report.beganAtMs).toISOString(),
    waitedMs: report.waitedMs,
    timeoutMs: report.timeoutMs,
    sessions: report.fates.map(fate => describeSession(views.get(fate))),
    failureDetails: Object.fromEntries(report.details)
   };
   return `${JSON.stringify(document, null, 2)}\n`;
  }
  function describeSession(view) {
   if (view === void 0) return null;
   return {
    id: view.fate.id,
    state: view.fate.state,
    status: view.fate.session?.status ?? null,
    name: view.name,
    link: view.link,
    reason: view.reason,
    trouble: view.fate.trouble,
    failingSince: view.failingSinceMs === null ? null : new Date(view.failingSinceMs).toISOString(),
    tookMs: view.tookMs,
    causes: view.causes.map(({reason, locations}) => ({
     reason,
     locations
    })),
    locations: view.locations.map(place => ({
     location: place.location,
     kind: place.kind,
     passedAfterRetry: place.passedAfterRetry,
     tookMs: place.tookMs,
     attempts: place.attempts.map(attempt => attempt.checkResultId)
    })),
    session: view.fate.raw
   };
  }
  var neutralise_blocks = __webpack_require__(212);
  // src/text/neutralise-cells.ts
  /** Characters without a blank, references counted as the one that they stand for. */
  const LONG_WORD = /(?:&#\d+;|[^\s&]){18,}/g;
  /** What a break may follow in a long word; never before a mark, a joiner or the half of an emoji. Hashes hold joiners. */  const PIECE = /(?:&#\d+;|[./]|(?:[a-z0-9]\u2060?){12})(?=[!-~])/gi;
  /**
 * The same as `escapeMarkdown` for a table's cell: GitHub's tables are as wide as their longest words, so a long
 * one may break, where zero-width spaces stand. Not for code and links, which are copied.
 */  function escapeCell(text, maxLength = 200) {
   return (0, neutralise_text /* escapeMarkdown */ .FV)(text, maxLength).replace(LONG_WORD, word => word.replace(PIECE, "$&&#8203;"));
  }
  // src/reports/summary/attempts.ts
  /** How many attempts of a location are shown; the first ones and the final one. */
  const MAX_ATTEMPTS = 8;
  /** A time that a narrow column does not break between number and unit; '' when it is not known. */  function renderTime(ms) {
   return ms === null ? "" : (0, format_duration /* formatDuration */ .a)(ms).replace(" ", "\xa0");
  }
  /**
 * A location's attempts in order, each linked to its result: `\u{274c} 1.2 s \u{2192} \u{274c} 1.1 s \u{2192} \u{2705} 240 ms`. The
 * time is the response time, or else the run's duration.
 * @param isRunning whether a result may still come
 */  function renderAttempts(view, isRunning) {
   const last = view.attempts.length - 1;
   const shown = view.attempts.filter((_, index) => index < MAX_ATTEMPTS - 1 || index === last).map(renderAttempt);
   const left = view.attempts.length - shown.length;
   if (left > 0) shown.splice(-1, 0, `${left} more`);
   if (view.final === null) {
    const rest = view.attempts.length === 0 ? "no result" : "no final result";
    shown.push(isRunning ? "\u23f3 still running" : rest);
   }
   return shown.join(" \u2192 ");
  }
  /** Locations in one line, as many as `maximum`, the rest counted: `eu-west-1, us-east-1 and 3 more`. */  function listLocations(locations, maximum) {
   const names = locations.slice(0, maximum).map(location => escapeCell(location, 60));
   const left = locations.length - names.length;
   if (left > 0) return `${names.join(", ")} and ${left} more`;
   return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  }
  function renderAttempt(attempt) {
   // Mark and time stay together in a narrow column.
   const label = `${LOCATION_MARKS[(0, count_results /* judgeResult */ .p8)(attempt)]}\xa0${renderTime((0, 
   measure_times /* measureAttempt */ .Y)(attempt))}`;
   return (0, neutralise_blocks /* linkMarkdown */ .k9)(label.trim(), attempt.checkResultLink);
  }
  var read_moment = __webpack_require__(402);
  // src/reports/summary/attempts-table.ts
  /** More rows of one session are counted instead of shown. */
  const MOST_ROWS = 25;
  /** Up to so many locations that passed at once have rows of their own; more share one. */  const MOST_PLAIN_ROWS = 3;
  /** A session's locations, each with its attempts in order; '' when no location is known. */  function renderAttemptsTable({locations, fate}) {
   if (locations.length === 0) return "";
   const isRunning = fate.state === "unfinished";
   const plain = locations.filter(view => !isNotable(view));
   const shared = plain.length > MOST_PLAIN_ROWS ? plain : [];
   const own = shared.length > 0 ? locations.filter(isNotable) : locations;
   const rows = own.slice(0, MOST_ROWS).map(view => renderRow(view, isRunning));
   if (own.length > MOST_ROWS) rows.push(`| \u2026 and ${(0, words /* countThings */ .Fs)(own.length - MOST_ROWS, "location")} more | |\n`);
   if (shared.length > 0) {
    const which = own.length > 0 ? `${shared.length} others` : `all ${shared.length}`;
    rows.push(`| \u2705 ${which} | ${renderPassedLocations(shared, MOST_ROWS)} |\n`);
   }
   return `| Location | Attempts, in order |\n| :-- | :-- |\n${rows.join("")}\n`;
  }
  /** Locations with the time of their final result, each linked to it: `eu-west-1 240 ms, \u{2026}`. */  function renderPassedLocations(views, most) {
   const shown = views.slice(0, most).map(({location, final}) => {
    const name = (0, neutralise_blocks /* linkMarkdown */ .k9)(escapeCell(location, 60), final?.checkResultLink ?? "");
    return `${name} ${renderTime(final?.responseTime ?? null)}`.trim();
   });
   const left = views.length - shown.length;
   return left > 0 ? `${shown.join(", ")} and ${(0, words /* countThings */ .Fs)(left, "location")} more` : shown.join(", ");
  }
  /** Whether a location did anything but pass at once. */  function isNotable(view) {
   return view.kind !== "passed" || view.passedAfterRetry;
  }
  function renderRow(view, isRunning) {
   const mark = isRunning && view.kind === "missing" ? "\u23f3" : LOCATION_MARKS[view.kind];
   const name = `${mark}\xa0${escapeCell(view.location, 60)}`;
   return `| ${name} | ${renderAttempts(view, isRunning)} |\n`;
  }
  // src/reports/summary/gantt-sections.ts
  /** More rows than a screen holds help nobody. */
  const gantt_sections_MOST_ROWS = 20;
  /** What a diagram of the attempts shows, and the names of what it has no room for; nothing where none was repeated. */  function chooseSections(views) {
   const sections = listSections(views).filter(({bars}) => bars.length > 0);
   const isRepeated = sections.some(({bars}) => bars.some((bar, index) => bar.location === bars[index - 1]?.location));
   const shown = isRepeated ? cutSections(sections) : [];
   return {
    shown,
    leftOut: sections.slice(shown.length).map(({name}) => name)
   };
  }
  function listSections(views) {
   const [only] = views;
   if (only !== void 0 && views.length === 1) return only.locations.map(place => ({
    name: place.location,
    bars: listBars(place)
   }));
   // Of several sessions, what passed at once would hide the rest.
      return views.map(({name, locations}) => ({
    name,
    bars: locations.filter(isNotable).flatMap(listBars)
   }));
  }
  function listBars({location, attempts}) {
   return attempts.flatMap(attempt => {
    const startMs = (0, read_moment /* readMoment */ .T)(attempt.startedAt);
    const durationMs = (0, measure_times /* measureRun */ .u)(attempt);
    if (startMs === null || durationMs === null) return [];
    const labelMs = (0, measure_times /* measureAttempt */ .Y)(attempt) ?? durationMs;
    return {
     location,
     kind: (0, count_results /* judgeResult */ .p8)(attempt),
     startMs,
     durationMs,
     labelMs
    };
   });
  }
  /** Whole sections as long as they fit; of the first one at least its beginning. */  function cutSections([first, ...others]) {
   if (first === void 0) return [];
   let rows = first.bars.length;
   const end = others.findIndex(({bars}) => {
    rows += bars.length;
    return rows > gantt_sections_MOST_ROWS;
   });
   const begin = {
    ...first,
    bars: first.bars.slice(0, gantt_sections_MOST_ROWS)
   };
   return [ begin, ...end === -1 ? others : others.slice(0, end) ];
  }
  // src/reports/summary/attempts-gantt.ts
  /** With more sessions than this, what they have in common says more than when each attempt ran. */
  const MOST_SESSIONS = 12;
  const WORDS = {
   passed: "\u2713",
   degraded: "\u25b3 degraded",
   cancelled: "\u2298 cancelled",
   failed: "\u2717 failed"
  };
  // Not `active`: in the dark, its label beside a short bar cannot be read.
    const STYLES = {
   passed: "done, ",
   degraded: "",
   cancelled: "",
   failed: "crit, "
  };
  /** Steps of the time axis, in seconds. */  const TICKS = [ .1, .5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600 ];
  /**
 * A Mermaid gantt of when the attempts ran, sessions in the order given; '' where it would tell nothing.
 * The clock is UTC: times are written without a zone, which every reader's browser shows as they are.
 */  function renderGantt(views) {
   if (views.length > MOST_SESSIONS) return "";
   const {shown, leftOut} = chooseSections(views);
   if (shown.length === 0) return "";
   const bars = shown.flatMap(section => section.bars);
   const longest = shown.reduce((width, {name}) => Math.max(width, labelSection(name, views).length), 0);
   const startMs = bars.reduce((time, bar) => Math.min(time, bar.startMs), Number.POSITIVE_INFINITY);
   const endMs = bars.reduce((time, bar) => Math.max(time, bar.startMs + bar.durationMs), 0);
   const tickMs = chooseTick(endMs - startMs);
   return [ "```mermaid", "---", "config:", "  gantt:", `    leftPadding: ${20 + longest * 7}`, "    rightPadding: 20", 
   // Mermaid's third style is a yellow band, which reads as a warning.
   "    numberSectionStyles: 2", "---", "gantt", "  title When the attempts ran (UTC)", "  dateFormat YYYY-MM-DD HH:mm:ss.SSS", `  axisFormat %H:%M:%S${tickMs < 1e3 ? ".%L" : ""}`, `  tickInterval ${tickMs}millisecond`, ...shown.flatMap(({name, bars: rows}) => [ `  section ${labelSection(name, views)}`, ...rows.map(bar => renderBar(bar, views.length > 1)) ]), "```\n", leftOut.length === 0 ? "" : `Not drawn: ${listLocations(leftOut, 5)}.\n\n` ].join("\n");
  }
  /** Long labels on the left would leave no room for the bars on a phone. */  function labelSection(name, views) {
   return (0, neutralise_blocks /* cleanDiagramLabel */ .$q)(name, views.length > 1 ? 14 : 16);
  }
  function renderBar(bar, isLocated) {
   const start = new Date(bar.startMs).toISOString().slice(0, 23).replace("T", " ");
   const words = WORDS[bar.kind];
   const label = isLocated ? `${words.charAt(0)} ${(0, neutralise_blocks /* cleanDiagramLabel */ .$q)(bar.location, 16)}` : words;
   // A bar without any length would not be drawn.
      const lengthMs = Math.max(1, bar.durationMs);
   return `  ${label} ${(0, format_duration /* formatDuration */ .a)(bar.labelMs)} :${STYLES[bar.kind]}${start}, ${lengthMs}ms`;
  }
  /** In milliseconds. Three labels have room on a phone. */  function chooseTick(spanMs) {
   const seconds = TICKS.find(it => spanMs / 1e3 / it <= 3);
   return 1e3 * (seconds ?? 3600 * Math.ceil(spanMs / 36e5 / 3));
  }
  // src/reports/summary/focus.ts
  /** Chooses what a page draws the eye to. */
  function chooseFocus({stopped, remarkable, plain, report}) {
   // The unfinished stand last.
   const ended = stopped.filter(view => view.fate.state !== "unfinished");
   const main = ended.length > 0 ? ended : stopped;
   const {outcome} = report.verdict;
   const candidates = outcome === "passed" ? [ ...remarkable, ...plain ] : main;
   const isNamed = candidates.length === 1 && [ "passed", "failed", "timeout" ].includes(outcome);
   return {
    main,
    cutShort: main === stopped ? [] : stopped.slice(ended.length),
    named: isNamed ? candidates[0] : void 0
   };
  }
  var describe_verdict = __webpack_require__(748);
  // src/reports/views/describe-age.ts
  /** Clocks differ, and a session may end while earlier steps of the job run, in milliseconds. */
  const TOLERANCE_MS = 3e5;
  /** A session that has ended is answered for sooner, in milliseconds; retries after trouble may take longer. */  const AT_ONCE_MS = 1e4;
  /**
 * Says that results are older than the step, which a verdict alone does not show: after a late approval, or
 * when failed jobs are run again. '' when they are not, and when the step started the sessions itself.
 */  function describeAge({fates, startedHere, beganAtMs, waitedMs}) {
   const ended = fates.filter(({state}) => state === "passed" || state === "failed");
   const ends = ended.map(({session}) => (0, read_moment /* readMoment */ .T)(session?.stoppedAt ?? null));
   const old = ends.filter(endMs => endMs !== null && endMs < beganAtMs - TOLERANCE_MS);
   // Where the only session was waited for, it is not old, but this machine's clock is wrong.
      const isAwaited = fates.length === 1 && waitedMs > AT_ONCE_MS;
   if (startedHere || isAwaited || old.length === 0) return "";
   const firstMs = old.reduce((a, b) => Math.min(a, b));
   const before = `${(0, format_duration /* formatDuration */ .a)(beganAtMs - firstMs)} before this step began, at ${formatMoment(firstMs)}`;
   if (fates.length === 1) return `This session had ended ${before}. It is not run again by awaiting it.`;
   const some = `${old.length === fates.length ? "All" : `${old.length} of`} ${(0, 
   words /* countThings */ .Fs)(fates.length, "session")}`;
   return `${some} had ended before, the first ${before}. They are not run again by awaiting them.`;
  }
  // src/reports/summary/failure-card.ts
  /** So many different reasons of one session are shown, the first with all that was read. */
  const MOST_CAUSES = 5;
  /** A session's mark, name and ending in one line, with its link. */  function renderTitle(view, ending = describeEnding(view)) {
   return `${markSession(view)} ${(0, neutralise_blocks /* buildLink */ .hL)(view.name, view.link)} ${(0, 
   neutralise_text /* escapeMarkdown */ .FV)(ending, 300)}`;
  }
  /** The same without a link, for the line that unfolds the details: a finger must not hit one there. */  function renderSummaryLine(view) {
   const title = `${(0, neutralise_text /* escapeMarkdown */ .FV)(view.name)} ${(0, 
   neutralise_text /* escapeMarkdown */ .FV)(describeEnding(view), 300)}`;
   return `<summary>${markSession(view)} ${title}</summary>`;
  }
  /** Why, where to look, when, where: all that is known of a session that did not pass, without its title. */  function renderCard(view, startedHere) {
   const lines = [ ...renderReasons(view), renderLinks(view), renderTimes(view), renderOrigin(view, startedHere) ];
   const details = view.causes.find(cause => cause.details !== null)?.details ?? null;
   return [ `${(0, words /* joinFilled */ .tI)(lines, "<br>\n")}\n\n`, details === null ? "" : failure_card_renderDetails(details), renderAttemptsTable(view) ].join("");
  }
  function renderReasons(view) {
   const known = view.causes.filter(cause => cause.reason !== "");
   const reasons = known.slice(0, MOST_CAUSES).map(({reason, locations}) => {
    const isWhole = view.causes.length === 1 && reason === view.reason;
    return [ isWhole ? "Why" : `Why in ${listLocations(locations, 5)}`, reason ];
   });
   // The session's own reason, unless a location's says the same.
      if (!known.some(cause => cause.reason === view.reason)) reasons.unshift([ "Why", view.reason ]);
   const lines = [ ...reasons, [ "So far", describeSoFar(view) ] ].filter(([, text]) => text !== "").map(([label, text]) => `**${label}:** ${(0, 
   neutralise_text /* escapeMarkdown */ .FV)(text ?? "", 400)}`);
   const unread = view.causes.find(cause => cause.reason === "");
   if (unread !== void 0) lines.push(`**Also failed, reason not read:** ${listLocations(unread.locations, 10)}`);
   const left = known.length - MOST_CAUSES;
   if (left > 0) lines.push(`and ${(0, words /* countThings */ .Fs)(left, "more reason")}`);
   return lines;
  }
  /** Where to click: the result that says most, and the session. */  function renderLinks({locations, link}) {
   const place = locations.find(({kind, telling}) => kind !== "passed" && telling !== null);
   const what = place?.final === null ? "failed attempt" : `${place?.kind} result`;
   const links = [ linkSafely(`${what} in ${(0, neutralise_text /* escapeMarkdown */ .FV)(place?.location ?? "", 60)}`, place?.telling?.checkResultLink), linkSafely("whole session", link) ];
   const line = (0, words /* joinFilled */ .tI)(links, " \xb7 ");
   return line === "" ? "" : `**Open:** ${line}`;
  }
  function linkSafely(markdown, url = "") {
   return (0, neutralise_text /* isSafeLink */ .K_)(url) ? (0, neutralise_blocks /* linkMarkdown */ .k9)(markdown, url) : "";
  }
  function renderTimes({failingSinceMs, startedMs, fate, tookMs, retriedLocations}) {
   const label = failingSinceMs === null ? "Started" : "First failed in this run";
   const momentMs = failingSinceMs ?? startedMs;
   const retried = retriedLocations.length;
   const times = [ momentMs === null ? "" : `**${label}:** ${formatMoment(momentMs)}`, tookMs === null || fate.state === "unfinished" ? "" : `took ${renderTime(tookMs)}`, retried === 0 ? "" : `${(0, 
   words /* countThings */ .Fs)(retried, "location")} passed after retry` ];
   return (0, words /* joinFilled */ .tI)(times, " \xb7 ");
  }
  function renderOrigin({fate: {session}}, startedHere) {
   const facts = [ (0, neutralise_text /* escapeMarkdown */ .FV)(describeCheckType(session?.checkType ?? ""), 60), (0, 
   neutralise_text /* escapeMarkdown */ .FV)(describeRunSource(session?.runSource ?? null), 60), startedHere ? "started by this step" : "awaited by this step" ];
   return session === null ? "" : (0, words.sK)((0, words /* joinFilled */ .tI)(facts, " \xb7 "));
  }
  function failure_card_renderDetails(details) {
   const facts = details.facts.map(([label, value]) => `- ${(0, neutralise_text /* escapeMarkdown */ .FV)(label)}: ${(0, 
   neutralise_blocks /* renderCode */ .cR)(value)}\n`);
   const list = facts.length === 0 ? "" : `${facts.join("")}\n`;
   const excerpt = details.excerpt === "" ? "" : `${(0, neutralise_blocks.g8)(details.excerpt)}\n\n`;
   // A single assertion is what the reason says already.
      return list + (details.assertions.length > 1 ? renderAssertions(details) : "") + excerpt;
  }
  function renderAssertions({assertions}) {
   const rows = assertions.map(({subject, expected, actual}) => {
    const cells = [ subject, expected, actual ].map(text => escapeCell(text, 120));
    return `| ${cells.join(" | ")} |\n`;
   });
   return `| Failed assertion | Expected | Was |\n| :-- | :-- | :-- |\n${rows.join("")}\n`;
  }
  // src/reports/summary/heading.ts
  /** The verdict as a heading, and below it what a reader must know first. */
  function renderHeading(view, focus) {
   const age = describeAge(view.report);
   const {outcome, missing} = view.report.verdict;
   // Where there is no verdict the sentence says it.
      const unstarted = outcome === "failed" ? (0, neutralise_text /* escapeMarkdown */ .FV)((0, 
   describe_verdict /* describeMissing */ .UV)(missing), 600) : "";
   const lines = [ `## ${renderVerdict(view, focus)}`, ...renderLines(view, focus), unstarted, age && `\u{1f553} ${age}` ];
   return `${(0, words /* joinFilled */ .tI)(lines, "\n\n")}\n\n`;
  }
  /** How long it took and what counted as passed, for the end of the page; '' where there is nothing to add. */  function renderFooter({report}) {
   const {verdict, passingStatuses, waitedMs} = report;
   const {total, unfinished} = verdict.sessions;
   if (!hasFigures(report)) return "";
   // What still runs has no end that a time could be taken to.
      const tookMs = unfinished > 0 ? null : verdict.timeElapsedMs;
   const isWaitTold = waitedMs >= 1e3 && verdict.outcome !== "timeout";
   const isUsual = passingStatuses.join() === "PASSED";
   const facts = [ tookMs === null ? "" : `${total === 1 ? "took" : "sessions took"} ${renderTime(tookMs)}`, isWaitTold ? `the step waited ${renderTime(waitedMs)}` : "", isUsual ? "" : `passing statuses: ${(0, 
   neutralise_text /* escapeMarkdown */ .FV)(passingStatuses.join(", "), 80)}` ];
   return `${(0, words.sK)((0, words /* joinFilled */ .tI)(facts, " \xb7 "))}\n`;
  }
  function renderVerdict({report: {verdict, waitedMs}}, {named}) {
   const {total, failed, unfinished} = verdict.sessions;
   const sessions = (0, words /* countThings */ .Fs)(total, "session");
   switch (verdict.outcome) {
   case "passed":
    return named === void 0 ? `\u2705 All ${sessions} passed` : renderTitle(named);

   case "failed":
    return named === void 0 ? `\u274c ${failed} of ${sessions} did not pass` : renderTitle(named);

   case "timeout":
    {
     const what = named === void 0 ? `\u23f3 ${unfinished} of ${sessions} were` : renderTitle(named, "was");
     return `${what} still running after ${renderTime(waitedMs)}`;
    }

   case "cancelled":
    return `\u{1f6ab} Cancelled with the workflow${total === 0 ? "" : `: ${unfinished} of ${sessions} still running`}`;

   case "error":
    return "\u274c No verdict: the step fails";

   case "detached":
    return `\u{1f680} Started ${sessions}, not awaited`;

   case "no-match":
    return verdict.succeeds ? "\u26a0\ufe0f No check matched; the step passes" : "\u274c No check matched; nothing was started";
   }
  }
  function renderLines(view, focus) {
   const {verdict} = view.report;
   if (hasFigures(view.report)) {
    const advice = verdict.outcome === "timeout" ? (0, describe_verdict.Nf)(view.report.fates) : "";
    return [ renderCounts(view, focus), advice ];
   }
   // Where nothing is counted, the sentence says why, and what to do.
      const isSaid = verdict.outcome === "detached" || verdict.outcome === "failed";
   return isSaid ? [] : [ (0, neutralise_text /* escapeMarkdown */ .FV)(verdict.sentence, 600) ];
  }
  function renderCounts(view, {named, cutShort}) {
   const {report, stopped, remarkable, retriedLocations} = view;
   const {total, passed, unfinished} = report.verdict.sessions;
   const isFailed = report.verdict.outcome === "failed";
   const isOneOfMany = named !== void 0 && total > 1;
   const unknown = unfinished - cutShort.length;
   const running = report.verdict.failedFast ? "not waited for (fail-fast)" : "still running";
   const degraded = remarkable.filter(it => it.status === "DEGRADED").length;
   const counts = [ isOneOfMany ? `1 of ${(0, words /* countThings */ .Fs)(total, "session")} ${isFailed ? "did not pass" : "still running"}` : "", passed > 0 && stopped.length > 0 ? `${passed} passed` : "", isFailed && cutShort.length > 0 ? `${cutShort.length} ${running}` : "", isFailed && unknown > 0 ? `${unknown} without a verdict` : "", retriedLocations > 0 ? `${(0, 
   words /* countThings */ .Fs)(retriedLocations, "location")} passed after retry` : "", degraded > 0 && total > 1 ? `${degraded} degraded, let through` : "" ];
   return (0, words /* joinFilled */ .tI)(counts, " \xb7 ");
  }
  /** Whether sessions have ended or not, and the card of the only one does not say it all. */  function hasFigures({verdict: {outcome, sessions}}) {
   return [ "passed", "timeout", "cancelled" ].includes(outcome) || outcome === "failed" && sessions.total > 1;
  }
  // src/reports/summary/page-writer.ts
  /** What closes a page that had no room for everything, in bytes; kept free from the start. */
  const NOTE_BYTES = 1e3;
  /**
 * Opens a page of at most `maxBytes` bytes of UTF-8. What is added first is there for certain, so the
 * important comes first; blocks and rows are whole or absent.
 */  function openPage(maxBytes) {
   const blocks = [];
   let bytesLeft = maxBytes - NOTE_BYTES;
   function add(block) {
    const bytes = Buffer.byteLength(block);
    if (bytes > bytesLeft) return false;
    bytesLeft -= bytes;
    blocks.push(block);
    return true;
   }
   function addRows(before, items, render, after) {
    const frame = Buffer.byteLength(before) + Buffer.byteLength(after);
    const begin = blocks.length;
    bytesLeft -= frame;
    let count = 0;
    for (const item of items) {
     if (!add(render(item))) break;
     count += 1;
    }
    if (count === 0) bytesLeft += frame; else {
     blocks.splice(begin, 0, before);
     blocks.push(after);
    }
    return count;
   }
   function finish(note) {
    const page = blocks.join("") + note;
    return Buffer.byteLength(page) <= maxBytes ? page : blocks.join("");
   }
   return {
    add,
    addRows,
    finish
   };
  }
  /** A frame that folds its rows under a title. */  function foldUnder(title) {
   return [ `<details><summary>${title}</summary>\n\n`, "\n</details>\n\n" ];
  }
  /**
 * Adds a row for each session, as many as fit.
 * @returns what was left out, counted, with `which` to say of what kind it is
 */  function addRows(page, [before, after], views, render, which) {
   return describeLeft(views.length - page.addRows(before, views, render, after), which);
  }
  /** How many sessions were left out, in words; nothing when none was. */  function describeLeft(count, which) {
   return count > 0 ? [ `${(0, words /* countThings */ .Fs)(count, "session")} ${which}` ] : [];
  }
  // src/reports/summary/session-tables.ts
  /** So many locations of a session are named in a compact row; the rest is counted. */
  const session_tables_MOST_LOCATIONS = 8;
  /** Longer names would push the other columns off the screen. */  const NAME_LENGTH = 60;
  /** Heading row of the table of sessions that did not pass. Two columns, so that a phone shows them both. */  const STOPPED_HEADER = "| Check | Why |\n| :-- | :-- |\n";
  /**
 * One row of a session that did not pass: what, where, since when it failed in this run, and why.
 * @param dayMs a moment of the day on which no date is written, in epoch milliseconds
 */  function renderStoppedRow(view, dayMs) {
   const {stoppedLocations, locations, failingSinceMs, fate} = view;
   const places = (stoppedLocations.length > 0 ? stoppedLocations : locations).filter(it => it.kind !== "passed").map(it => it.location);
   const isTimed = failingSinceMs !== null && fate.state === "failed";
   const what = [ renderName(view), listLocations(places, 3), isTimed ? `first failed ${formatMoment(failingSinceMs, dayMs)}` : "" ];
   const why = [ escapeCell(view.reason, 160), escapeCell(describeSoFar(view)) ];
   return `| ${(0, words /* joinFilled */ .tI)(what, "<br>")} | ${(0, words /* joinFilled */ .tI)(why, "<br>")} |\n`;
  }
  /** Heading row of tables of sessions and their locations: of those that are worth a look, ran on, or were only started. */  const LOCATIONS_HEADER = "| Check | Locations |\n| :-- | :-- |\n";
  /** One row of a session that was started and not awaited. */  function renderStartedRow(view) {
   const places = listLocations(view.locations.map(it => it.location), session_tables_MOST_LOCATIONS);
   return `| \u{1f680} ${(0, neutralise_blocks /* buildLink */ .hL)(view.name, view.link, NAME_LENGTH, escapeCell)}${renderType(view)} | ${places} |\n`;
  }
  /** One row of a session that passed after a retry, was let through degraded, lacks a result or still ran. */  function renderRemarkableRow(view) {
   const isRunning = view.fate.state === "unfinished";
   const notable = view.locations.filter(isNotable);
   const rest = view.locations.filter(it => !isNotable(it));
   const missing = notable.filter(it => it.kind === "missing").length;
   const name = [ renderName(view), view.status === "PASSED" || isRunning ? "" : `${escapeCell(view.status, 40)}, let through`, view.retriedLocations.length > 0 ? "passed after retry" : "", missing > 0 && !isRunning ? `${missing} without a final result` : "", view.fate.trouble === null ? "" : escapeCell(view.reason, 160) ];
   const places = notable.slice(0, session_tables_MOST_LOCATIONS).map(it => `${escapeCell(it.location, 60)}: ${renderAttempts(it, isRunning)}`);
   if (notable.length > session_tables_MOST_LOCATIONS) places.push(`and ${notable.length - session_tables_MOST_LOCATIONS} more`);
   if (rest.length > 0) places.push(`\u2705 ${renderPassedLocations(rest, session_tables_MOST_LOCATIONS)}`);
   return `| ${(0, words /* joinFilled */ .tI)(name, "<br>")} | ${places.join("<br>")} |\n`;
  }
  /** Heading row of the table of sessions that passed at once. */  const PLAIN_HEADER = "| Check | Locations | Took |\n| :-- | :-- | --: |\n";
  /** One row of a session that passed at once: links to it and to each location's result. */  function renderPlainRow(view) {
   const places = renderPassedLocations(view.locations, session_tables_MOST_LOCATIONS);
   return `| ${renderName(view)}${renderType(view)} | ${places} | ${renderTime(view.tookMs)} |\n`;
  }
  function renderName(view) {
   return `${markSession(view)}\xa0${(0, neutralise_blocks /* buildLink */ .hL)(view.name, view.link, NAME_LENGTH, escapeCell)}`;
  }
  function renderType(view) {
   const type = escapeCell(describeCheckType(view.fate.session?.checkType ?? ""), 40);
   return type === "" ? "" : ` \xb7 ${type}`;
  }
  var describe_flags = __webpack_require__(897);
  // src/reports/summary/overview.ts
  /** So many different reasons and locations are named; the rest is counted. */
  const MOST_NAMED = 5;
  /** Stands for failures of which only the flags were read: known reasons say more, however few they are. */  const NOT_READ = "reason not read";
  /** What many failures have in common: the reasons and locations by how often they occur, and the first of all. */  function renderOverview(views) {
   const since = views.map(view => view.failingSinceMs).filter(time => time !== null);
   const lines = [ `**Why:** ${overview_renderCounts(views.map(({reason}) => [ reason === describe_flags /* UNREAD_FAILURE */ .F ? NOT_READ : reason ]))}`, `**Where:** ${overview_renderCounts(views.map(view => view.stoppedLocations.map(place => place.location)))}`, since.length === 0 ? "" : `**First failure:** ${formatMoment(since.reduce((a, b) => Math.min(a, b)))}` ];
   return `${lines.filter(line => line !== "" && !line.endsWith(" ")).join("<br>\n")}\n\n`;
  }
  /** Texts with the number of sessions in which each occurs, the most frequent first, what was not read last. */  function overview_renderCounts(texts) {
   const counts = new Map;
   for (const text of texts.flat()) counts.set(text, (counts.get(text) ?? 0) + 1);
   const isNotRead = text => text === NOT_READ ? 1 : 0;
   const sorted = [ ...counts ].sort((a, b) => isNotRead(a[0]) - isNotRead(b[0]) || b[1] - a[1]);
   const named = sorted.slice(0, MOST_NAMED).map(([text, count]) => `${(0, neutralise_text /* escapeMarkdown */ .FV)(text, 120)} (${(0, 
   words /* countThings */ .Fs)(count, "session")})`);
   const left = sorted.length - named.length;
   return left > 0 ? `${named.join(" \xb7 ")} \xb7 and ${left} more` : named.join(" \xb7 ");
  }
  // src/reports/summary/stopped-section.ts
  /** Up to so many sessions that did not pass are shown in full; the cards of more are folded. */
  const MOST_OPEN_CARDS = 3;
  /** Up to so many rows of sessions that did not pass are shown without folding. */  const MOST_TABLE_ROWS = 12;
  /** Adds the sessions that did not pass, or those that were only started. */  function addStopped(page, {stopped, report}, focus) {
   const {main} = focus;
   if (report.verdict.detached) return addRows(page, [ LOCATIONS_HEADER, "\n" ], stopped, renderStartedRow, "that were started");
   if (main.length === 1) return isSaid(main[0], report) ? [] : addCards(page, report, focus);
   if (main.length > MOST_TABLE_ROWS) page.add(renderOverview(main));
   const renderRow = it => renderStoppedRow(it, report.beganAtMs);
   const [before, after] = foldUnder(`${(0, words /* countThings */ .Fs)(main.length - MOST_TABLE_ROWS, "more session")} that did not pass`);
   const added = page.addRows(STOPPED_HEADER, main.slice(0, MOST_TABLE_ROWS), renderRow, "\n") + page.addRows(before + STOPPED_HEADER, main.slice(MOST_TABLE_ROWS), renderRow, after);
   return [ ...describeLeft(main.length - added, "that did not pass"), ...addCards(page, report, focus) ];
  }
  /** Whether the sentence below the heading has said all that is known of a session. */  function isSaid(view, {verdict}) {
   return view?.fate.session === null && verdict.outcome === "error" && verdict.sentence.includes(view.name);
  }
  /** More than a few cards are folded: the table names them. */  function addCards(page, report, {main, named}) {
   const isFolded = main.length > MOST_OPEN_CARDS;
   const frame = isFolded ? foldUnder(`Attempts and details of these ${main.length} sessions`) : [ "", "" ];
   return addRows(page, frame, main, renderOne, "without attempts and details");
   function renderOne(view) {
    const card = renderCard(view, report.startedHere);
    if (isFolded) return `<details>${renderSummaryLine(view)}\n\n${card}</details>\n\n`;
    return view === named ? card : `### ${renderTitle(view)}\n\n${card}`;
   }
  }
  /** Adds those that a failure cut short, apart and folded: dozens that still ran would hide the one that failed. */  function addCutShort(page, {cutShort}) {
   const were = `${(0, words /* countThings */ .Fs)(cutShort.length, "session")} ${cutShort.length === 1 ? "was" : "were"}`;
   const [before, after] = foldUnder(`\u23f3 ${were} still running when the step stopped waiting`);
   return addRows(page, [ before + LOCATIONS_HEADER, after ], cutShort, renderRemarkableRow, "that still ran");
  }
  // src/reports/summary/render-summary.ts
  /** Up to so many rows of passed sessions are shown without folding. */
  const MOST_OPEN_ROWS = 8;
  /**
 * The report as GitHub-flavoured Markdown of at most `maxBytes` bytes of UTF-8: the verdict, the
 * sessions that did not pass, those worth a look, those that passed. What does not fit is left out
 * from the end, in whole rows, and counted. Pure; all text from outside is neutralised.
 */  function renderSummary(report, maxBytes, options = {
   gantt: true
  }) {
   const view = (0, report_view /* buildReportView */ .U)(report);
   const page = openPage(maxBytes);
   const focus = chooseFocus(view);
   page.add(renderHeading(view, focus));
   const leftOut = [ ...addStopped(page, view, focus), ...addCutShort(page, focus), ...addRemarkable(page, view) ];
   if (options.gantt) addGantt(page, view, focus);
   leftOut.push(...addPlain(page, view));
   return page.finish((leftOut.length === 0 ? "" : renderNote(leftOut)) + renderFooter(view));
  }
  function addRemarkable(page, {remarkable}) {
   const title = `### \u26a0\ufe0f ${(0, words /* countThings */ .Fs)(remarkable.length, "session")} passed, but worth a look\n\n`;
   const frame = [ title + LOCATIONS_HEADER, "\n" ];
   return addRows(page, frame, remarkable, renderRemarkableRow, "that passed with a remark");
  }
  /** Drawn only when something is worth looking at, and never folded: Mermaid measures what it draws on. */  function addGantt(page, {remarkable, report}, {main}) {
   if (!report.verdict.detached) page.add(renderGantt([ ...main, ...remarkable ]));
  }
  function addPlain(page, {plain, report}) {
   const isAll = plain.length === report.fates.length;
   const title = isAll ? "Results by location" : `\u2705 ${(0, words /* countThings */ .Fs)(plain.length, "session")} passed at the first attempt`;
   const isFolded = isAll || plain.length > MOST_OPEN_ROWS;
   const [before, after] = isFolded ? foldUnder(title) : [ `### ${title}\n\n`, "\n" ];
   const frame = [ before + PLAIN_HEADER, after ];
   return addRows(page, frame, plain, renderPlainRow, "that passed at the first attempt");
  }
  function renderNote(leftOut) {
   const what = leftOut.join(", ");
   return `\u2702\ufe0f **Left out for lack of room:** ${what}. The step's log has them, and with \`report-dir\` the file \`checkly-report.json\` has everything.\n\n`;
  }
  // src/reports/report-files/markdown-report.ts
  /**
 * A pull request comment holds 65,536 characters. Bytes are never fewer than characters, and some
 * room stays for what a workflow puts around the report.
 */
  const MOST_BYTES = 6e4;
  /** The summary, fit for a pull request comment: smaller, and without a diagram. */  function renderMarkdownReport(report) {
   return renderSummary(report, MOST_BYTES, {
    gantt: false
   });
  }
  // src/concluding/write-reports.ts
  /** GitHub drops a whole summary of more than 1,048,576 bytes; some room is left. */
  const MOST_SUMMARY_BYTES = 104e4;
  /**
 * Writes all that people look at: the log's groups, the summary, annotations and files. Each that fails
 * costs a warning and nothing else.
 * @returns the paths of the files that were written
 */  async function writeReports(report, options) {
   const {log, redact, reportDir} = options;
   const paths = {};
   function attempt(what, write) {
    try {
     write();
    } catch (error) {
     log.warning(`The ${what} could not be written: ${(0, words /* describeError */ .Uc)(error)}. The verdict stands.`);
    }
   }
   function writeFile(output, name, render) {
    if (reportDir === null) return;
    attempt(`report file ${name}`, () => {
     const path = (0, external_node_path_.join)(reportDir, name);
     (0, external_node_fs_.mkdirSync)(reportDir, {
      recursive: true
     });
     (0, external_node_fs_.rmSync)(`${path}.new`, {
      force: true
     });
     // Renaming replaces a link of that name, where writing would follow it out of the workspace.
          (0, external_node_fs_.writeFileSync)(`${path}.new`, redact(render()), {
      flag: "wx"
     });
     (0, external_node_fs_.renameSync)(`${path}.new`, path);
     paths[output] = path;
    });
   }
   attempt("log of the sessions", () => {
    const age = describeAge(report);
    if (age !== "") log.info(age);
    log.groups(renderLog(report));
   });
   const wanted = options.inputs.jobSummary;
   if (options.summaryPath !== "" && (wanted === "always" || wanted === "on-failure" && !report.verdict.succeeds)) attempt("job summary", () => {
    (0, external_node_fs_.appendFileSync)(options.summaryPath, `${redact(renderSummary(report, MOST_SUMMARY_BYTES))}\n`);
   });
   writeFile("report-json", "checkly-report.json", () => renderJsonReport(report));
   writeFile("report-markdown", "checkly-report.md", () => renderMarkdownReport(report));
   if (reportDir !== null) {
    const {renderJUnitReport} = await Promise.all([ __webpack_require__.e(585), __webpack_require__.e(173) ]).then(__webpack_require__.bind(__webpack_require__, 173));
    writeFile("report-junit", "checkly-report.junit.xml", () => renderJUnitReport(report));
   }
   if (options.inputs.annotations) attempt("annotations", () => {
    for (const {level, title, message} of buildAnnotations(report)) log[level](message, title);
   });
   return paths;
  }
  /** Renders what each step shows, and throws it away. */  function renderForNobody(report) {
   renderLog(report);
   buildAnnotations(report);
   renderSummary(report, MOST_SUMMARY_BYTES);
  }
  },
 897: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   F: () => UNREAD_FAILURE,
   J: () => describeFlags
  });
  /** All that `hasFailures` says; which of them it was, the flags do not. */  const UNREAD_FAILURE = "a failed assertion, a failing script or a timeout";
  /**
 * Why a result did not pass, from its flags, in words; '' when it passed. For check types whose
 * results have no field that says why, and for results that were not read.
 * The flags' meaning: Checkly Public API, schema `CheckResult`.
 */  function describeFlags(flags) {
   if (flags.isCancelled) return "cancelled before it had finished";
   const reasons = [];
   if (flags.hasFailures) reasons.push(UNREAD_FAILURE);
   if (flags.hasErrors) reasons.push("an error kept the check from finishing");
   if (flags.aborted) reasons.push("the run was aborted");
   if (reasons.length > 0) return reasons.join("; ");
   return flags.isDegraded ? "slower than its limit for degraded" : "";
  }
  },
 100: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   N: () => describeFailedAssertion
  });
  /** One line: `status code: expected 200, was 503`. */  function describeFailedAssertion({subject, expected, actual}) {
   const wanted = expected === "" ? subject : `${subject}: expected ${expected}`;
   return actual === "" ? wanted : `${wanted}, was ${actual}`;
  }
  },
 277: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   Y: () => measureAttempt,
   u: () => measureRun
  });
  var _time_read_moment_js_0 = __webpack_require__(402);
  /** The time that stands beside an attempt, in milliseconds: its response time, or else its duration. */  function measureAttempt(attempt) {
   return attempt.responseTime ?? measureRun(attempt);
  }
  /** How long a run or a session took by its own clock, in milliseconds; null when its times are not known. */  function measureRun({startedAt, stoppedAt}) {
   const start = (0, _time_read_moment_js_0.T)(startedAt);
   const stop = (0, _time_read_moment_js_0.T)(stoppedAt);
   return start === null || stop === null || stop < start ? null : stop - start;
  }
  },
 232: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   U: () => buildReportView
  });
  var statuses = __webpack_require__(689);
  var describe_flags = __webpack_require__(897);
  var read_moment = __webpack_require__(402);
  var count_results = __webpack_require__(329);
  // src/reports/views/explain-session.ts
  /** Why a session did not pass, in one line that may hold text from outside. */
  function explainSession(fate, causes) {
   if (fate.state === "unfinished") {
    if (fate.trouble === null) return "still running when the step stopped waiting";
    // Whose API it was must be said: the check's own may be what it is named after.
        const seen = fate.session === null ? "not seen to end" : "still running when last seen";
    return `${seen}; then Checkly's API gave trouble: ${fate.trouble}`;
   }
   if (fate.state === "unknown") return fate.trouble ?? "the API gave no answer about it";
   const status = fate.session?.status ?? "";
   if (status === "CANCELLED") return "the session was cancelled before it had finished";
   if (status === "TIMED_OUT") return "the session ran out of time at Checkly";
   const first = causes.find(cause => cause.reason !== "")?.reason;
   if (first !== void 0) return first;
   if (status === "FAILED") return "no result says why";
   return statuses /* STATUSES_FROM_WORST */ .O.includes(status) ? `its status ${status} is not a passing one` : `ended as ${status}, a status this version does not know`;
  }
  // src/reports/views/location-view.ts
  const ORDER = [ "failed", "cancelled", "missing", "degraded", "passed" ];
  /** What a DEGRADED session ended for comes first. */  const ORDER_DEGRADED = [ "degraded", ...ORDER ];
  /**
 * A session's results by location, the ones that need a look first, and the run locations that have
 * no result at all. A run that is under way has none yet.
 */  function buildLocationViews(session) {
   const byLocation = new Map;
   for (const location of session.runLocations) byLocation.set(location, []);
   for (const result of session.results) {
    const results = byLocation.get(result.runLocation) ?? [];
    byLocation.set(result.runLocation, results);
    if (!isUnderWay(result, session)) results.push(result);
   }
   const views = [ ...byLocation ].map(([location, results]) => buildLocationView(location, results));
   const order = session.status === "DEGRADED" ? ORDER_DEGRADED : ORDER;
   return views.sort((a, b) => rankView(a, order) - rankView(b, order));
  }
  /** Whether a run has not ended: while its session runs, the API may list it without a type and an end. */  function isUnderWay({resultType, stoppedAt}, {status}) {
   return resultType === null && stoppedAt === null && statuses /* RUNNING_STATUSES */ .$.has(status);
  }
  function buildLocationView(location, results) {
   const attempts = results.toSorted(compareAttempts);
   const finals = attempts.filter(count_results.z);
   const final = finals.find(result => (0, count_results /* judgeResult */ .p8)(result) !== "passed") ?? finals.at(-1) ?? null;
   const kind = final === null ? "missing" : (0, count_results /* judgeResult */ .p8)(final);
   const failed = attempts.findLast(attempt => !(0, count_results.z)(attempt) && (0, 
   count_results /* judgeResult */ .p8)(attempt) === "failed") ?? null;
   const telling = final ?? failed;
   const passedAfterRetry = failed !== null && (kind === "passed" || kind === "degraded");
   return {
    location,
    kind,
    attempts,
    final,
    telling,
    passedAfterRetry,
    tookMs: measureAttempts(attempts)
   };
  }
  function compareAttempts(a, b) {
   if ((0, count_results.z)(a) !== (0, count_results.z)(b)) return (0, count_results.z)(a) ? 1 : -1;
   return ((0, read_moment /* readMoment */ .T)(a.startedAt) ?? 0) - ((0, read_moment /* readMoment */ .T)(b.startedAt) ?? 0);
  }
  function measureAttempts(attempts) {
   const starts = attempts.map(attempt => (0, read_moment /* readMoment */ .T)(attempt.startedAt)).filter(time => time !== null);
   const stops = attempts.map(attempt => (0, read_moment /* readMoment */ .T)(attempt.stoppedAt)).filter(time => time !== null);
   if (starts.length === 0 || stops.length === 0) return null;
   const tookMs = maximum(stops) - minimum(starts);
   return tookMs >= 0 ? tookMs : null;
  }
  function rankView(view, order) {
   // Locations that needed a retry stand before those that passed at once.
   return 2 * order.indexOf(view.kind) + (view.passedAfterRetry ? 0 : 1);
  }
  // Not Math.max(...list): a list of hundreds of thousands overflows the stack.
    function maximum(numbers) {
   return numbers.reduce((a, b) => Math.max(a, b));
  }
  function minimum(numbers) {
   return numbers.reduce((a, b) => Math.min(a, b));
  }
  var measure_times = __webpack_require__(277);
  // src/reports/views/session-view.ts
  /** Builds what the reports show of one session. Pure. */
  function buildSessionView(fate, details) {
   const session = fate.session;
   const locations = session === null ? [] : buildLocationViews(session);
   const stoppedLocations = locations.filter(view => view.kind !== "passed" && view.kind !== "degraded");
   const causes = groupCauses(fate, locations, details);
   return {
    fate,
    name: session?.name?.trim() || session?.results.find(result => result.name !== "")?.name || fate.id,
    link: session?.checkSessionLink ?? "",
    status: chooseStatus(fate),
    locations,
    stoppedLocations,
    failingSinceMs: findFirstFailure(locations),
    startedMs: (0, read_moment /* readMoment */ .T)(session?.startedAt ?? null),
    tookMs: measureSession(session),
    causes,
    reason: fate.state === "passed" ? "" : explainSession(fate, causes),
    retriedLocations: locations.filter(view => view.passedAfterRetry)
   };
  }
  function chooseStatus(fate) {
   if (fate.state === "unfinished") return "UNFINISHED";
   if (fate.state === "unknown") return "UNKNOWN";
   return fate.session?.status ?? "UNKNOWN";
  }
  function groupCauses(fate, locations, details) {
   const causes = new Map;
   const isRead = locations.some(({telling}) => telling !== null && details.has(telling.checkResultId));
   for (const {location, kind, telling} of locations) {
    // A cancelled session says so itself.
    if (telling === null || kind === "passed" || kind === "cancelled" && fate.session?.status === "CANCELLED") continue;
    const read = details.get(telling.checkResultId) ?? null;
    // Attempts without a final result are counted elsewhere; only what was read of them says more.
        if (kind === "missing" && read === null) continue;
    // Beside a reason that was read, flags alone say nothing.
        const reason = read?.reason || (isRead && read === null && kind === "failed" ? "" : (0, 
    describe_flags /* describeFlags */ .J)(telling));
    const cause = causes.get(reason);
    if (cause === void 0) causes.set(reason, {
     reason,
     locations: [ location ],
     details: read
    }); else {
     cause.locations.push(location);
     cause.details ??= read;
    }
   }
   return [ ...causes.values() ];
  }
  function findFirstFailure(locations) {
   const failures = locations.filter(view => view.kind === "failed" || view.kind === "missing").flatMap(view => view.attempts).filter(attempt => (0, 
   count_results /* judgeResult */ .p8)(attempt) === "failed").map(attempt => (0, read_moment /* readMoment */ .T)(attempt.startedAt)).filter(time => time !== null);
   return failures.length === 0 ? null : failures.reduce((a, b) => Math.min(a, b));
  }
  function measureSession(session) {
   const elapsedMs = session?.timeElapsed ?? 0;
   return (session && (0, measure_times /* measureRun */ .u)(session)) ?? (elapsedMs > 0 ? elapsedMs : null);
  }
  // src/reports/views/report-view.ts
  const STATE_ORDER = [ "failed", "unknown", "unfinished", "passed" ];
  /** Log, summary and annotations show the same report: its view is built once. */  const views = new WeakMap;
  /** Sorts what happened into what a reader needs first. Pure; keeps the order of the input otherwise. */  function buildReportView(report) {
   const view = views.get(report) ?? build(report);
   views.set(report, view);
   return view;
  }
  function build(report) {
   const sessions = report.fates.map(fate => buildSessionView(fate, report.details));
   const stopped = sessions.filter(view => view.fate.state !== "passed");
   const passed = sessions.filter(view => view.fate.state === "passed");
   return {
    report,
    stopped: stopped.sort((a, b) => rankSession(a) - rankSession(b)),
    remarkable: passed.filter(isRemarkable),
    plain: passed.filter(view => !isRemarkable(view)),
    retriedLocations: sessions.reduce((count, view) => count + view.retriedLocations.length, 0)
   };
  }
  function isRemarkable(view) {
   return view.status !== "PASSED" || view.locations.some(it => it.kind !== "passed" || it.passedAfterRetry);
  }
  function rankSession({fate, status}) {
   return STATE_ORDER.indexOf(fate.state) * 10 + statuses /* STATUSES_FROM_WORST */ .O.indexOf(status);
  }
  },
 212: 
 (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {
  __webpack_require__.d(__webpack_exports__, {
   $2: () => cleanXml,
   $q: () => cleanDiagramLabel,
   cR: () => renderCode,
   g8: () => renderBlock,
   hL: () => buildLink,
   k9: () => linkMarkdown
  });
  var _neutralise_text_js_0 = __webpack_require__(261);
  /*
 * Text from outside made harmless for code, links, diagrams and XML. Loaded with the reports.
 */
  /** Where parsers would make a link of text in a code element, an empty comment cuts it in two. */  const BEHIND_AUTOLINK = /(?<=:(?=\/\/)|www(?=\.)|@)/i;
  /** Characters of a URL that could end it, or begin something else, in Markdown or HTML. */  const URL_DELIMITERS = /[^\w.~:/?#[\]&=%+,;@!-]/g;
  /** What a diagram's label may hold: the rest of ASCII has a meaning in Mermaid's gantt grammar. */  const DIAGRAM_SYNTAX = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic} \xb7\u2026,.()/+_-]/gu;
  const INVALID_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
  /** One line in a code element, fit for copying: no character is added to it. */  function renderCode(text, maxLength = 300) {
   const parts = (0, _neutralise_text_js_0.TH)(text, maxLength).split(BEHIND_AUTOLINK);
   return `<code>${parts.map(_neutralise_text_js_0.Yg).join("\x3c!----\x3e")}</code>`;
  }
  /**
 * Several lines as they are, in one line of HTML: line breaks are references, so that nothing in the
 * text can end the block, wherever it stands. At most `maxLines` lines and `maxLength` characters.
 */  function renderBlock(text, maxLines = 30, maxLength = 3e3) {
   return `<pre>${(0, _neutralise_text_js_0.Yg)((0, _neutralise_text_js_0.Hy)(text, maxLines, maxLength)).replaceAll("\n", "&#10;")}</pre>`;
  }
  /**
 * A Markdown link whose text and target come from outside; only text where the target is not safe.
 * @param neutralise how the text is made harmless: `escapeCell` inside a table
 */  function buildLink(text, url, maxLength = 200, neutralise = _neutralise_text_js_0.FV) {
   const label = neutralise(text, maxLength);
   if ((0, _neutralise_text_js_0.K_)(url)) return `[${label}](${escapeUrl(url)})`;
   return url === "" ? label : `${label} (${neutralise(url)})`;
  }
  /** A link whose text is this project's own Markdown, such as a mark and a time. */  function linkMarkdown(markdown, url) {
   return (0, _neutralise_text_js_0.K_)(url) ? `[${markdown}](${escapeUrl(url)})` : markdown;
  }
  /** A label in a Mermaid gantt, cut to `maxLength` characters; never empty, never a keyword on its own. */  function cleanDiagramLabel(text, maxLength) {
   const label = (0, _neutralise_text_js_0.TH)(text, 4 * maxLength).replaceAll(":", "\u2236").replace(DIAGRAM_SYNTAX, " ");
   return (0, _neutralise_text_js_0.IN)(label.replace(/ +/g, " ").trim(), maxLength) || "\u2013";
  }
  /** Text that XML 1.0 can hold: without escape sequences and the characters it forbids. */  function cleanXml(text, maxLength = 1e4) {
   return (0, _neutralise_text_js_0.IN)((0, _neutralise_text_js_0.Pz)(text, maxLength).replace(INVALID_IN_XML, ""), maxLength);
  }
  function escapeUrl(url) {
   if (_neutralise_text_js_0.eo.test(url)) return url;
   // The parser has made ASCII of it; encodeURIComponent would leave parentheses and quotes.
      return new URL(url).href.replace(URL_DELIMITERS, it => `%${it.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("&", "&amp;");
  }
  }
};

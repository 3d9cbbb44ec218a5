(() => {
 var __webpack_modules__ = {
  949: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    e: () => RequestFailure,
    w: () => sendRequest
   });
   /** No whole answer: `code` is Node's or one of ours (`SILENT`, `CUT_OFF`, `TOO_LARGE`, `GIVEN_UP`, `PROXY_\u{2026}`). */   class RequestFailure extends Error {
    code;
    /** Whether the server may have acted on the request: false when no connection was made. */
    sent;
    constructor(code, message, sent) {
     super(message);
     this.code = code;
     this.sent = sent;
    }
   }
   /**
 * Sends one request and reads the whole answer. Redirects are not followed.
 * The toolkit's own client has neither a total deadline nor a way to give up one request, and its body
 * reader never settles when the connection is cut; only its rules for proxies are used (open-tls-connections.ts).
 * Rejects with RequestFailure, always.
 */   function sendRequest(plan) {
    return new Promise((resolve, reject) => {
     let sent = false;
     const headers = plan.body === void 0 ? plan.headers : withBody(plan.headers, plan.body);
     const request = plan.request(plan.url, {
      method: plan.method,
      headers,
      agent: plan.agent
     });
     const fail = (code, message) => {
      settle();
      reject(new RequestFailure(code, message, sent));
      request.destroy();
     };
     const giveUp = () => fail("GIVEN_UP", "no answer came in time");
     const endSilence = () => {
      fail("SILENT", `no whole answer within ${Math.round(plan.overallMs / 1e3)} s`);
     };
     // An answer that has arrived by then is read first: the process may have been held up.
          const timer = setTimeout(() => setImmediate(endSilence), plan.overallMs);
     plan.signal.addEventListener("abort", giveUp);
     const settle = () => {
      clearTimeout(timer);
      plan.signal.removeEventListener("abort", giveUp);
     };
     // `finish` fires when the request has been handed to a connection that stands.
          request.once("finish", () => {
      sent = true;
     });
     // Later errors of a request that is over are of no interest, but must be listened to.
          request.on("error", error => fail(error.code ?? "UNKNOWN", error.message));
     // Without an answer and without an error: Node closes so when a server wants to switch protocols.
          const endUnanswered = () => fail("CUT_OFF", "the connection was closed without an answer");
     request.once("close", endUnanswered);
     request.once("response", response => {
      request.off("close", endUnanswered);
      const status = response.statusCode ?? 0;
      readBody(response, plan.maxBodyBytes).then(body => {
       settle();
       resolve({
        status,
        headers: response.headers,
        body
       });
      }, error => fail(error.code, error.message));
     });
     if (plan.signal.aborted) giveUp(); else request.end(plan.body);
    });
   }
   function withBody(headers, body) {
    return {
     ...headers,
     "content-type": "application/json",
     "content-length": String(Buffer.byteLength(body))
    };
   }
   function readBody(response, maxBytes) {
    return new Promise((resolve, reject) => {
     const refuse = () => {
      reject(new RequestFailure("TOO_LARGE", `the answer is larger than ${maxBytes} bytes`, true));
     };
     const cutOff = () => reject(new RequestFailure("CUT_OFF", "the connection was cut in the middle of the answer", true));
     if (Number(response.headers["content-length"] ?? 0) > maxBytes) return refuse();
     const chunks = [];
     let size = 0;
     response.on("data", chunk => {
      size += chunk.length;
      if (size > maxBytes) refuse(); else chunks.push(chunk);
     });
     response.once("error", cutOff);
     response.once("close", cutOff);
     response.once("end", () => {
      // A byte order mark is not JSON's, and nobody's fault (RFC 8259, 8.1).
      if (response.complete) resolve(Buffer.concat(chunks, size).toString("utf8").replace(/^\ufeff/, "")); else cutOff();
     });
    });
   }
   },
  689: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    $: () => RUNNING_STATUSES,
    O: () => STATUSES_FROM_WORST
   });
   /** Statuses of a session that is still running, in the API's spelling (never final). */   const RUNNING_STATUSES = new Set([ "STARTED", "PROGRESS", "PROGRESS_FAILED", "PROGRESS_DEGRADED" ]);
   /** Final statuses that the API documents, from the worst; one that is not in the list is worse than all. */   const STATUSES_FROM_WORST = [ "FAILED", "TIMED_OUT", "CANCELLED", "DEGRADED", "PASSED" ];
   },
  320: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    G: () => makeReportDir
   });
   var node_fs_0 = __nccwpck_require__(24);
   var node_path_1 = __nccwpck_require__(760);
   var _inputs_read_inputs_js_2 = __nccwpck_require__(652);
   var _text_words_js_3 = __nccwpck_require__(830);
   /**
 * Makes the folder for the report files, inside the workspace, before the wait begins.
 * @param workspace - `GITHUB_WORKSPACE`, else the current folder
 * @returns its absolute path
 * Throws InputError when it lies outside the workspace or cannot be made.
 */   function makeReportDir(given, workspace) {
    const path = (0, node_path_1.resolve)(workspace, given);
    if (!isInside(path, workspace)) throw new _inputs_read_inputs_js_2.d(`Input report-dir: "${given}" is outside the workspace ${workspace}; give a folder inside it, for example reports.`);
    try {
     // A link inside the workspace may lead out of it; looked at before anything is made behind it.
     if (!isInside((0, node_fs_0.realpathSync)(findExisting(path)), (0, 
     node_fs_0.realpathSync)(workspace))) throw new _inputs_read_inputs_js_2.d(`Input report-dir: "${given}" leads outside the workspace through a link; give a folder inside it.`);
     (0, node_fs_0.mkdirSync)(path, {
      recursive: true
     });
    } catch (error) {
     if (error instanceof _inputs_read_inputs_js_2.d) throw error;
     throw new _inputs_read_inputs_js_2.d(`Input report-dir: "${given}" cannot be made (${(0, 
     _text_words_js_3.Uc)(error)}); give a folder that this step may write.`);
    }
    return path;
   }
   function findExisting(path) {
    return (0, node_fs_0.existsSync)(path) || (0, node_path_1.dirname)(path) === path ? path : findExisting((0, 
    node_path_1.dirname)(path));
   }
   function isInside(path, folder) {
    const way = (0, node_path_1.relative)(folder, path);
    return !(0, node_path_1.isAbsolute)(way) && way !== ".." && !/^\.\.[\\/]/.test(way);
   }
   },
  652: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    d: () => InputError,
    K: () => readInputs
   });
   // src/inputs/choose-selection.ts
   /** Makes a selection of the inputs; `problem` says why they do not make one, and is null when they do. */
   function chooseSelection({sessionIds, checkIds, tags}, detach) {
    if (sessionIds === null) {
     const selection = {
      kind: "start",
      checkIds: checkIds ?? [],
      tags: tags ?? []
     };
     return {
      selection,
      problem: checkIds === null && tags === null ? NOTHING : null
     };
    }
    const problem = checkIds !== null || tags !== null ? BOTH : detach ? DETACHED : null;
    return {
     selection: {
      kind: "await",
      sessionIds
     },
     problem
    };
   }
   const NOTHING = "No sessions are chosen: give check-session-id, or check-id and/or tags. " + "(An expression that comes out empty counts as not given: without a target, every check of the account would run.)";
   const BOTH = "Both check-session-id and check-id or tags are given: await sessions that exist, or start new ones, in a step each.";
   const DETACHED = 'Input detach: "true" goes with check-id or tags; sessions given by check-session-id run already.';
   // src/inputs/input-defaults.ts
   /** Every input and its default: the one list in code, compared with action.yml and the README by a test. */
   const INPUT_DEFAULTS = {
    "api-key": "",
    "account-id": "",
    "check-session-id": "",
    "check-id": "",
    tags: "",
    "refresh-cache": "false",
    "fail-on-no-matching": "true",
    detach: "false",
    timeout: "600",
    "max-wait-seconds": "30",
    "passing-statuses": "PASSED",
    "fail-fast": "false",
    "cancel-unfinished": "false",
    "job-summary": "always",
    annotations: "true",
    "failure-details": "true",
    "report-dir": "",
    "api-url": "https://api.checklyhq.com"
   };
   var statuses = __nccwpck_require__(689);
   var neutralise_text = __nccwpck_require__(261);
   // src/inputs/parse-values.ts
   const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
   const VISIBLE_ASCII = /^[\x21-\x7e]+$/;
   /** The longest `timeout`, in seconds: five days, the longest that a job may run. */   const LONGEST_TIMEOUT_SECONDS = 432e3;
   /** A value that cannot be used; `allowed` completes "must be \u{2026}". */   class UnusableValue extends Error {
    allowed;
    constructor(allowed) {
     super(`must be ${allowed}`);
     this.allowed = allowed;
    }
   }
   /** Reads `true` or `false` as YAML 1.2 spells them. Throws UnusableValue. */   function parseBoolean(text) {
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (/^(false|False|FALSE)$/.test(text)) return false;
    throw new UnusableValue("true or false");
   }
   /** Reads a whole number between two bounds, both allowed. Throws UnusableValue. */   function parseWholeNumber(text, least, most, unit) {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new UnusableValue(`a whole number of ${unit} from ${least} to ${most}, without a unit`);
   }
   /** Reads one word out of a list. Throws UnusableValue. */   function parseChoice(text, choices) {
    const choice = choices.find(one => one === text.toLowerCase());
    if (choice !== void 0) return choice;
    throw new UnusableValue(`one of ${choices.join(", ")}`);
   }
   /** Reads one UUID, in lower case. Throws UnusableValue. */   function parseUuid(text) {
    if (UUID.test(text)) return text.toLowerCase();
    throw new UnusableValue("a UUID, for example 3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11");
   }
   /** Reads UUIDs separated by new lines, commas or blanks, each once, in order. Throws UnusableValue. */   function parseUuids(text) {
    const words = text.split(/[\s,]+/).filter(word => word !== "");
    const odd = words.find(word => !UUID.test(word));
    if (odd !== void 0 || words.length === 0) {
     const which = words.length > 1 ? ` ("${cut(odd ?? "")}" is not one)` : "";
     const link = text.includes("://") ? "; the last UUID of a link is the one" : "";
     const json = text.startsWith("[") ? "; make text of a JSON array with join(fromJSON(\u2026), ' ')" : "";
     throw new UnusableValue(`UUIDs separated by new lines, commas or blanks${which}${link}${json}`);
    }
    return [ ...new Set(words.map(word => word.toLowerCase())) ];
   }
   /**
 * Reads tag filters: one filter a line, the comma-separated tags of a line must all match.
 * An empty tag would widen the filter unseen, so it is refused. Throws UnusableValue.
 */   function parseTags(text) {
    const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== "");
    const filters = lines.map(line => line.split(",").map(tag => tag.trim()));
    const odd = filters.findIndex(tags => tags.some(tag => /^!?\s*$/.test(tag)));
    if (odd === -1) return filters;
    const line = `"${cut(lines[odd]?.trim() ?? "")}" has an empty tag, which would start more checks than meant`;
    throw new UnusableValue(`one filter a line, its tags separated by commas (${line})`);
   }
   /** Reads the final statuses that let the step pass. Throws UnusableValue. */   function parseStatuses(text) {
    const words = text.toUpperCase().split(/[\s,]+/).filter(word => word !== "");
    const isKnown = word => statuses /* STATUSES_FROM_WORST */ .O.includes(word);
    if (words.length > 0 && words.every(isKnown)) return [ ...new Set(words) ];
    throw new UnusableValue(`a list of ${statuses /* STATUSES_FROM_WORST */ .O.toReversed().join(", ")}, separated by commas`);
   }
   /** Reads the API's address: https, loopback hosts excepted, without a trailing slash. Throws UnusableValue. */   function parseApiUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const safe = url?.protocol === "https:" || url?.protocol === "http:" && (0, neutralise_text /* isLoopback */ .U9)(url.hostname);
    if (url === null || !safe) throw new UnusableValue("an https:// address (http:// only for a loopback host), for example https://api.checklyhq.com");
    if (url.username !== "" || url.password !== "" || /[?#]/.test(url.href)) throw new UnusableValue("an address without user, password, query and fragment");
    url.pathname = url.pathname.replace(/\/+$/, "");
    if (/\/v\d+$/.test(url.pathname)) throw new UnusableValue("an address without the version (/v1, /v2) at its end");
    return url;
   }
   /** Reads an API key, which goes into a header: visible ASCII without blanks. Throws UnusableValue, never with the key. */   function parseApiKey(text) {
    if (VISIBLE_ASCII.test(text)) return text;
    throw new UnusableValue("one line of visible ASCII characters without blanks (its value is not shown)");
   }
   function cut(text) {
    return text.length > 80 ? `${text.slice(0, 80)}\u2026` : text;
   }
   // src/inputs/read-inputs.ts
   /** Inputs that cannot be used. The message names each with its value and what is allowed. */
   class InputError extends Error {}
   /** Environment variables that stand in for an input that is not given. */   const FALLBACKS = {
    "api-key": "CHECKLY_API_KEY",
    "account-id": "CHECKLY_ACCOUNT_ID"
   };
   /**
 * Reads and checks all inputs. Blanks and line breaks around a value are dropped; an empty one counts
 * as not given. All that is wrong is said in one InputError.
 * @param get - reads an input; '' when it is not given
 */   function readInputs(get, env) {
    const problems = [];
    function readText(name) {
     const fallback = FALLBACKS[name];
     const given = get(name).trim() || (fallback === void 0 ? "" : (env[fallback] ?? "").trim());
     return given || INPUT_DEFAULTS[name];
    }
    function read(name, parse) {
     const value = readText(name);
     try {
      return parse(value);
     } catch (error) {
      if (!(error instanceof UnusableValue)) throw error;
      problems.push(`Input ${name}: ${showValue(name, value)} cannot be used, it must be ${error.allowed}.`);
      return;
     }
    }
    function readIfGiven(name, parse) {
     return readText(name) === "" ? null : read(name, parse);
    }
    const apiKey = readIfGiven("api-key", parseApiKey);
    if (apiKey === null) problems.push("Input api-key is missing: give it, or set CHECKLY_API_KEY in the environment (an empty secret counts as missing).");
    const flag = name => read(name, parseBoolean);
    const chosen = {
     sessionIds: readIfGiven("check-session-id", parseUuids),
     checkIds: readIfGiven("check-id", parseUuids),
     tags: readIfGiven("tags", parseTags)
    };
    const detach = flag("detach");
    const {selection, problem} = chooseSelection(chosen, detach);
    if (problem !== null) problems.push(problem);
    const inputs = {
     apiKey: apiKey ?? "",
     accountId: readIfGiven("account-id", parseUuid),
     selection,
     refreshCache: flag("refresh-cache"),
     failOnNoMatching: flag("fail-on-no-matching"),
     detach,
     timeoutMs: 1e3 * read("timeout", text => parseWholeNumber(text, 1, LONGEST_TIMEOUT_SECONDS, "seconds")),
     maxWaitSeconds: read("max-wait-seconds", text => parseWholeNumber(text, 1, 30, "seconds")),
     passingStatuses: read("passing-statuses", parseStatuses),
     failFast: flag("fail-fast"),
     cancelUnfinished: flag("cancel-unfinished"),
     jobSummary: read("job-summary", text => parseChoice(text, [ "always", "on-failure", "never" ])),
     annotations: flag("annotations"),
     failureDetails: flag("failure-details"),
     reportDir: readText("report-dir") || null,
     apiUrl: read("api-url", parseApiUrl)
    };
    if (problems.length > 0) throw new InputError(problems.join(" "));
    return inputs;
   }
   /** A value for a message: cut, and without what may be secret. */   function showValue(name, value) {
    const maySecret = name === "api-key" || name === "api-url" && /[@?#]/.test(value);
    if (maySecret) return "the given value";
    return `"${value.length > 200 ? `${value.slice(0, 200)}\u2026` : value}"`;
   }
   },
  161: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    F: () => LONGEST_OUTPUT,
    J: () => buildOutputs
   });
   /** More characters than this are not put into an output: GitHub allows a job 1 MB of them. */   const LONGEST_OUTPUT = 2e5;
   /** A longer link is none. */   const LONGEST_LINK = 2e3;
   /**
 * Makes every output from the verdict; those of report files are empty until they are written. Truncated JSON is
 * never made: what is too long is left empty.
 */   function buildOutputs(verdict, fates) {
    const tooLong = [];
    const writeJson = (name, values) => {
     try {
      const text = JSON.stringify(values);
      if (text.length <= LONGEST_OUTPUT) return text;
     } catch {
      // Nested too deep, or longer than any text may be.
     }
     tooLong.push(name);
     return "";
    };
    const sessions = fates.flatMap(({raw}) => {
     if (raw === null) return [];
     const {results: _, ...rest} = raw;
     return [ rest ];
    });
    const results = fates.flatMap(({id, raw}) => {
     const list = Array.isArray(raw?.["results"]) ? raw["results"] : [];
     return list.map(result => ({
      checkSessionId: id,
      ...result
     }));
    });
    const values = {
     outcome: verdict.outcome,
     passed: String(verdict.outcome === "passed"),
     status: verdict.status,
     "check-session-ids": JSON.stringify(fates.map(fate => fate.id)),
     "check-session-link": verdict.link.length > LONGEST_LINK ? "" : verdict.link,
     "sessions-total": String(verdict.sessions.total),
     "sessions-passed": String(verdict.sessions.passed),
     "sessions-failed": String(verdict.sessions.failed),
     "sessions-unfinished": String(verdict.sessions.unfinished),
     "results-total": String(verdict.results.total),
     "results-passed": String(verdict.results.passed),
     "results-failed": String(verdict.results.failed),
     "results-degraded": String(verdict.results.degraded),
     "results-cancelled": String(verdict.results.cancelled),
     "time-elapsed": verdict.timeElapsedMs === null ? "" : String(verdict.timeElapsedMs),
     "report-json": "",
     "report-markdown": "",
     "report-junit": "",
     sessions: writeJson("sessions", sessions),
     results: writeJson("results", results)
    };
    return {
     values,
     tooLong
    };
   }
   },
  146: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    U: () => addToCommandFile
   });
   var node_fs_0 = __nccwpck_require__(24);
   /**
 * Adds values to one of the runner's command files (GitHub's documentation: "Setting an output parameter",
 * multiline strings), all in one write, so that the file parses whenever the process is killed.
 * The toolkit's function would do, but loads node:crypto for its delimiter: a tenth of the whole run. Here
 * the delimiter is one that the value does not contain.
 * Throws when the file cannot be written; without a file nothing happens.
 * @param path - `GITHUB_OUTPUT` or `GITHUB_STATE`; '' or undefined when the runner set none
 */
   function addToCommandFile(path, values) {
    if (path === void 0 || path === "" || values.size === 0) return;
    const blocks = [ ...values ].map(([name, value]) => {
     let delimiter = "checkly_gate_end";
     while (value.includes(delimiter)) delimiter += "_";
     return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
    });
    (0, node_fs_0.appendFileSync)(path, blocks.join(""));
   }
   },
  509: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    S: () => attemptOutputs,
    e: () => publishOutputs
   });
   var words = __nccwpck_require__(830);
   var build_outputs = __nccwpck_require__(161);
   var command_file = __nccwpck_require__(146);
   // src/outputs/output-names.ts
   /** Every output: the one list in code, compared with action.yml and the README by a test. */
   const OUTPUT_NAMES = [ "outcome", "passed", "status", "check-session-ids", "check-session-link", "sessions-total", "sessions-passed", "sessions-failed", "sessions-unfinished", "results-total", "results-passed", "results-failed", "results-degraded", "results-cancelled", "time-elapsed", "report-json", "report-markdown", "report-junit", "sessions", "results" ];
   // src/outputs/set-outputs.ts
   /** Outputs that may be large: each is a write of its own, after the small ones that matter most. */
   const LARGE = new Set([ "sessions", "results" ]);
   /** Sets the given outputs. Throws when the command file cannot be written. */   function setOutputs(values, redact) {
    const path = process.env["GITHUB_OUTPUT"];
    const small = new Map;
    for (const name of OUTPUT_NAMES) {
     const value = values[name];
     if (value !== void 0 && !LARGE.has(name)) small.set(name, redact(value));
    }
    (0, command_file /* addToCommandFile */ .U)(path, small);
    for (const name of LARGE) {
     const value = values[name];
     if (value !== void 0) (0, command_file /* addToCommandFile */ .U)(path, new Map([ [ name, redact(value) ] ]));
    }
   }
   // src/outputs/publish-outputs.ts
   /** Sets the outputs of the verdict, with a warning for those that are too long. Never throws. */
   function publishOutputs(verdict, fates, log, redact) {
    const {values, tooLong} = (0, build_outputs /* buildOutputs */ .J)(verdict, fates);
    attemptOutputs(values, log, redact);
    if (tooLong.length > 0) log.warning(`The outputs ${tooLong.join(" and ")} are left empty: they do not fit into ${build_outputs /* LONGEST_OUTPUT */ .F} characters. ` + "Give report-dir and read checkly-report.json instead.");
   }
   /** Sets outputs; that they cannot be written costs a warning, since the verdict is the exit code. */   function attemptOutputs(values, log, redact) {
    try {
     setOutputs(values, redact);
    } catch (error) {
     log.warning(`The outputs could not be set: ${(0, words /* describeError */ .Uc)(error)}. The verdict stands.`);
    }
   }
   },
  261: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    FV: () => escapeMarkdown,
    Hy: () => cleanBlock,
    IN: () => cutText,
    K_: () => isSafeLink,
    Ow: () => cleanLine,
    Pz: () => stripHidden,
    TH: () => foldText,
    U9: () => isLoopback,
    Yg: () => escapePunctuation,
    eo: () => PLAIN_LINK,
    v3: () => cleanLines
   });
   /*
 * Text from outside (names, locations, messages, links, ids) made harmless for the log and for the
 * Markdown of a summary. Loaded from the start, so it is small and imports nothing.
 */
   /** The live log cuts lines at 1,024 characters. */   const LOG_LINE_LENGTH = 1e3;
   /** ECMA-48 escape sequences: CSI (colours, cursor), strings (titles, links) and the two-character ones. */   const ESCAPE_SEQUENCES = 
   // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
   /(?:\u001b\[|\u009b)[0-?]*[ -/]*(?:[@-~]|$)|\u001b[\]PX^_][^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]/g;
   /**
 * Characters without a picture of their own: bidi overrides and isolates, zero-width ones, tags, fillers.
 * Joiners and variation selectors stay where scripts and emoji need them: behind what they change.
 */   const INVISIBLE = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Mn}])[\u200c\u200d]|(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?![\u200c\u200d])(?![\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
   /** More than three marks on one letter run over the rows above and below. */   const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
   /**
 * Printable ASCII and the signs that this action writes itself. Nothing in such a text is hidden, and nothing
 * has to be looked for with the patterns above, which take longer to compile than most steps spend on reports.
 */   const PLAIN_TEXT = /^[ -~\xb7\u2013\u2014\u2192\u2026\u2705\u2713\u2717\u274c]*$/;
   /**
 * What GitHub links or draws on its own: mentions, issue numbers, emoji shortcodes, addresses. A
 * character reference does not stop it, since it happens after Markdown; a word joiner behind it does.
 */   const REFERENCES = /[@#](?=[\w-])|:(?=\/|[\w+-]+:)|GH-(?=\d)|www(?=\.)/gi;
   /** Commit hashes are linked from seven digits on; UUIDs stay whole, so that they can be copied. */   const COMMIT_HASH = /(?<!-)\b[0-9a-f]{7,40}\b(?!-)/gi;
   /** All ASCII punctuation but `, - . /` inside a word, where they form no structure. */   const PUNCTUATION = /[!-+:-@[-`{-~]|(?<![a-z0-9])[,-/]|[,-/](?![a-z0-9])/gi;
   const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
   /** The usual link, of which nothing has to be parsed or escaped: thousands of them must cost little. */   const PLAIN_LINK = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\/[\w./-]*$/;
   const LOOPBACK_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
   /**
 * Cuts to at most `maxLength` UTF-16 units, the ellipsis included, never inside a character.
 */   function cutText(text, maxLength) {
    if (text.length <= maxLength) return text;
    const end = maxLength - 1;
    const splitsPair = (text.charCodeAt(end - 1) & 64512) === 55296;
    return `${text.slice(0, splitsPair ? end - 1 : end).trimEnd()}\u2026`;
   }
   /**
 * Without escape sequences, invisible characters and lone surrogates; control characters stay.
 * Looks only at a beginning long enough for `maxLength` characters, so that megabytes cost nothing.
 */   function stripHidden(text, maxLength) {
    const head = text.length > 4 * maxLength + 1024 ? text.slice(0, 4 * maxLength + 1024) : text;
    if (PLAIN_TEXT.test(head)) return head;
    return head.replace(ESCAPE_SEQUENCES, "").toWellFormed().replace(INVISIBLE, "").replace(STACKED_MARKS, "$1");
   }
   /**
 * One line for the log, at most `maxLength` (1,000) characters, that the runner never takes for a
 * command. The runner trims a line before it looks for `::`, and finds `##[` anywhere in it
 * (actions/runner, ActionCommand); it compares by culture, which overlooks invisible characters, so
 * what stands between must be seen.
 */   function cleanLine(text, maxLength = LOG_LINE_LENGTH) {
    const visible = stripHidden(text, maxLength);
    const folded = PLAIN_TEXT.test(visible) ? visible : visible.replace(/\r\n|[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
    const line = folded.replace(/^(\s*):(?=:)/, "$1: ").replace(/##(?=\[)/g, "# #");
    return cutText(line.trimEnd(), maxLength);
   }
   /** Several lines for the log: each as `cleanLine` gives it, at most `maxLines` of them. */   function cleanLines(text, maxLines, maxLength = LOG_LINE_LENGTH) {
    const head = text.slice(0, maxLines * maxLength);
    const lines = head.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(line => cleanLine(line, maxLength));
    return lines.length > maxLines ? [ ...lines.slice(0, maxLines), "\u2026" ] : lines;
   }
   /** Whether a link may be followed: https, or http to this machine, without credentials in it. */   function isSafeLink(url) {
    if (url.length > 2e3) return false;
    if (PLAIN_LINK.test(url)) return true;
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
    const {protocol, hostname, username, password} = new URL(url);
    if (username !== "" || password !== "") return false;
    return protocol === "https:" || isLoopback(hostname);
   }
   /** Whether a URL's host name is this machine. */   function isLoopback(hostname) {
    return LOOPBACK_HOST.test(hostname);
   }
   /** One line of plain text: line breaks, control characters and runs of blanks folded, then cut. */   function foldText(text, maxLength) {
    const line = stripHidden(text, maxLength).replace(/[\p{Cc}\s]+/gu, " ").trim();
    return cutText(line, maxLength);
   }
   /** Every ASCII punctuation character as a reference, which never forms structure (CommonMark 0.31, 2.5). */   function escapePunctuation(text) {
    return text.replace(PUNCTUATION, character => `&#${character.charCodeAt(0)};`);
   }
   /**
 * One line of Markdown that shows the text and nothing else, wherever it stands: in a paragraph,
 * a heading, a table cell or an HTML element. At most `maxLength` (200) characters are shown.
 */   function escapeMarkdown(text, maxLength = 200) {
    const line = escapePunctuation(breakReferences(foldText(text, maxLength)));
    // First-strong isolate: right-to-left text does not reorder what stands beside it.
        return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
   }
   function breakReferences(line) {
    return line.replace(REFERENCES, "$&\u2060").replace(COMMIT_HASH, hash => hash.replace(/.{6}(?!$)/g, "$&\u2060"));
   }
   /** Several lines without escape sequences and control characters, tabs as two blanks; cut to size. */   function cleanBlock(text, maxLines, maxLength) {
    const plain = stripHidden(text, maxLength).replace(/\r\n|[\r\u0085\u2028\u2029]/g, "\n").replaceAll("\t", "  ").replace(/(?!\n)\p{Cc}/gu, "").replace(/[^\S\n]+$/gm, "").replace(/^\n+|\n+$/g, "");
    const lines = cutText(plain, maxLength).split("\n");
    return lines.length > maxLines ? [ ...lines.slice(0, maxLines), "\u2026" ].join("\n") : lines.join("\n");
   }
   },
  830: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    Fs: () => countThings,
    Uc: () => describeError,
    sK: () => capitalise,
    tI: () => joinFilled
   });
   /** `1 location`, `2 locations`, `1,000 sessions`. */   function countThings(count, thing) {
    return `${String(count).replace(/\B(?=(\d{3})+$)/g, ",")} ${thing}${count === 1 ? "" : "s"}`;
   }
   /** The text with a capital letter at its beginning. */   function capitalise(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
   }
   /** The parts that are not '' in one text. */   function joinFilled(parts, separator) {
    return parts.filter(part => part !== "").join(separator);
   }
   /** What went wrong, in words. */   function describeError(error) {
    return error instanceof Error ? error.message : String(error);
   }
   },
  775: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    a: () => formatDuration
   });
   /**
 * A length of time for people: `850 ms`, `1.2 s`, `42 s`, `4m10s`, `1h05m`, `4d03h`.
 * @param ms - milliseconds; negative counts as 0
 */   function formatDuration(ms) {
    if (!(ms >= 0)) return "0 ms";
    if (ms < 999.5) return `${Math.round(ms)} ms`;
    if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
    const seconds = Math.round(ms / 1e3);
    if (seconds < 60) return `${seconds} s`;
    const minutes = Math.floor(seconds / 60);
    const pad = value => String(value).padStart(2, "0");
    if (minutes < 60) return `${minutes}m${pad(seconds % 60)}s`;
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? `${hours}h${pad(minutes % 60)}m` : `${Math.floor(hours / 24)}d${pad(hours % 24)}h`;
   }
   },
  402: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    T: () => readMoment
   });
   /** An ISO 8601 text as epoch milliseconds, or null when there is none or it is not a time. */   function readMoment(text) {
    if (text === null) return null;
    const epochMs = Date.parse(text);
    // `Date.parse` makes a year of "1"; the zero of the epoch is no time at which a check ran.
        const isTime = /^\d{4}-\d\d-\d\dT/.test(text) && epochMs > 0;
    return isTime ? epochMs : null;
   }
   },
  329: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    aD: () => countResults,
    p8: () => judgeResult,
    z: () => isDecisive
   });
   /** Says what one result counts as. */   function judgeResult(result) {
    if (result.isCancelled) return "cancelled";
    if (result.hasErrors || result.hasFailures || result.aborted) return "failed";
    return result.isDegraded ? "degraded" : "passed";
   }
   /**
 * Whether a result is the last word of its location, and not an attempt before it. One whose type is null
 * counts as such where results are named (the contract allows null); the counts take `FINAL` alone.
 */   function isDecisive(result) {
    return result.resultType !== "ATTEMPT";
   }
   /** Counts the `FINAL` results of all sessions; failed attempts before them do not count. */   function countResults(fates) {
    const counts = {
     total: 0,
     passed: 0,
     failed: 0,
     degraded: 0,
     cancelled: 0
    };
    for (const fate of fates) for (const result of fate.session?.results ?? []) {
     if (result.resultType !== "FINAL") continue;
     counts.total += 1;
     counts[judgeResult(result)] += 1;
    }
    return counts;
   }
   },
  748: 
  (__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    Nf: () => adviseOnTimeout,
    UV: () => describeMissing,
    XZ: () => describeVerdict,
    pp: () => listMissing
   });
   var _text_neutralise_text_js_2 = __nccwpck_require__(261);
   var _text_words_js_0 = __nccwpck_require__(830);
   var _time_format_duration_js_1 = __nccwpck_require__(775);
   var _count_results_js_3 = __nccwpck_require__(329);
   const MOST_NAMED = 3;
   /**
 * The verdict in one line: which session, which status, which locations, and where to look. It may hold
 * text from outside; whoever prints it neutralises it.
 */   function describeVerdict(ending, outcome, fates, waitedMs) {
    const total = (0, _text_words_js_0.Fs)(fates.length, "check session");
    switch (outcome) {
    case "passed":
     return fates.length === 1 ? `${nameSession(fates[0])} ${fates[0]?.session?.status ?? ""} after ${(0, 
     _time_format_duration_js_1.a)(waitedMs)}.` : `All ${total} passed after ${(0, 
     _time_format_duration_js_1.a)(waitedMs)}.`;

    case "detached":
     return `${total} started; detached without waiting.`;

    case "no-match":
     return `No active check matches ${ending.kind === "no-match" ? ending.sought : ""}, so nothing was started. Check the spelling, and that the checks are active.`;

    case "cancelled":
     return `Cancelled${ending.kind === "cancelled" ? ` by ${ending.by}` : ""} after ${(0, 
     _time_format_duration_js_1.a)(waitedMs)}; ${describeRest(fates, ending)}`;

    case "failed":
     return (0, _text_words_js_0.tI)([ describeFailed(fates, ending), describeMissing(listMissing(ending)) ], " ");

    case "timeout":
     return `Timed out after ${(0, _time_format_duration_js_1.a)(waitedMs)}: ${describeUnfinished(fates)}`;

    case "error":
     if (ending.kind === "broken") return ending.cause;
     return describeMissing(listMissing(ending)) || describeUnknown(fates);
    }
   }
   /** Checks that were asked for by id and of which no session was started. */   function listMissing(ending) {
    return "missing" in ending ? ending.missing : [];
   }
   /** Says that checks which were asked for by id were not started; '' when all were. */   function describeMissing(missing) {
    if (missing.length === 0) return "";
    return `No session was started of check ${missing.join(", ")}: no active check has that id. Check check-id.`;
   }
   /** A session's name for a sentence: `"Homepage"`, or its id when it has none. */   function nameSession(fate) {
    const name = fate?.session?.name ?? "";
    return name === "" ? `check session ${fate?.id ?? ""}` : `"${name.slice(0, 200)}"`;
   }
   function describeFailed(fates, ending) {
    const failed = fates.filter(fate => fate.state === "failed");
    const named = failed.slice(0, MOST_NAMED).map(fate => {
     const places = listStoppedLocations(fate);
     const status = fate.session?.status ?? "";
     if (status === "PASSED") return `${nameSession(fate)} PASSED, which passing-statuses does not list`;
     return `${nameSession(fate)} ${status}${places === "" ? "" : ` in ${places}`}`;
    });
    const more = failed.length - named.length;
    const rest = more > 0 ? `; and ${more} more` : "";
    const of = fates.length > 1 ? `${failed.length} of ${(0, _text_words_js_0.Fs)(fates.length, "check session")} did not pass: ` : "";
    const unfinished = fates.filter(fate => fate.state === "unfinished").length;
    const isCut = ending.kind === "awaited" && ending.failedFast;
    const left = `${(0, _text_words_js_0.Fs)(unfinished, "check session")} ${isCut ? "not waited for (fail-fast)" : "had not ended"}`;
    const running = unfinished > 0 ? ` ${left}.` : "";
    return `${of}${named.join("; ")}${rest}.${running}${describeLink(failed[0])}`;
   }
   function describeUnfinished(fates) {
    const unfinished = fates.filter(fate => fate.state === "unfinished");
    const named = unfinished.slice(0, MOST_NAMED).map(nameSession).join(", ");
    const more = unfinished.length > MOST_NAMED ? ` and ${unfinished.length - MOST_NAMED} more` : "";
    const trouble = unfinished.find(fate => fate.trouble !== null)?.trouble;
    const last = trouble == null ? "" : ` The last trouble was: ${trouble}.`;
    const of = fates.length > 1 ? `${unfinished.length} of ${(0, _text_words_js_0.Fs)(fates.length, "check session")} had not ended: ` : "";
    const tail = fates.length > 1 ? "" : " had not ended";
    return `${of}${named}${more}${tail}.${last} ${adviseOnTimeout(fates)}${describeLink(unfinished[0])}`;
   }
   /** What to do when the time was up before all had ended. */   function adviseOnTimeout(fates) {
    const troubled = fates.find(fate => fate.trouble !== null);
    return troubled?.unreachable === true ? "Run the job again when Checkly can be reached." : "Raise timeout if the checks need longer.";
   }
   function describeUnknown(fates) {
    const unknown = fates.filter(fate => fate.state === "unknown");
    const first = unknown[0];
    if (first === void 0) return "No check session was awaited, so there is no verdict.";
    const more = unknown.length > 1 ? ` (and ${unknown.length - 1} more without a verdict)` : "";
    const trouble = first.trouble ?? "the API was never reached";
    const advice = first.unreachable || first.trouble === null ? " Check api-url, and the runner's network or proxy." : "";
    return `No verdict for ${nameSession(first)}: ${trouble.replace(/\.$/, "")}.${more}${advice}`;
   }
   function describeRest(fates, ending) {
    const count = state => fates.filter(fate => fate.state === state).length;
    if (fates.length === 0) return ending.kind === "cancelled" && ending.starting ? "sessions may have been started all the same: see Checkly." : "no check session was known yet.";
    const unfinished = count("unfinished") + count("unknown");
    return `${unfinished} of ${(0, _text_words_js_0.Fs)(fates.length, "check session")} had not ended, ${count("failed")} did not pass.`;
   }
   function describeLink(fate) {
    const link = fate?.session?.checkSessionLink ?? "";
    return (0, _text_neutralise_text_js_2.K_)(link) ? ` See ${link}` : "";
   }
   /** Where a session did not pass; where it ran out of time, the places without a last word. */   function listStoppedLocations({session}) {
    if (session === null) return "";
    const decisive = session.results.filter(_count_results_js_3.z);
    const heard = new Set(decisive.map(result => result.runLocation));
    const silent = session.status === "TIMED_OUT" ? session.runLocations.filter(place => !heard.has(place)) : [];
    const stopped = decisive.filter(result => (0, _count_results_js_3.p8)(result) !== "passed").map(it => it.runLocation);
    const unique = [ ...new Set(silent.length > 0 ? silent : stopped) ];
    const more = unique.length > 5 ? ` and ${unique.length - 5} more` : "";
    return unique.slice(0, 5).join(", ") + more;
   }
   },
  24: 
  module => {
   "use strict";
   module.exports = require("node:fs");
   },
  67: 
  module => {
   "use strict";
   module.exports = require("node:http");
   },
  708: 
  module => {
   "use strict";
   module.exports = require("node:https");
   },
  30: 
  module => {
   "use strict";
   module.exports = require("node:net");
   },
  760: 
  module => {
   "use strict";
   module.exports = require("node:path");
   },
  311: 
  module => {
   "use strict";
   module.exports = require("node:tls");
   },
  783: 
  (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
   "use strict";
   __nccwpck_require__.d(__webpack_exports__, {
    H: () => checkBypass,
    s: () => getProxyUrl
   });
   function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === "https:";
    if (checkBypass(reqUrl)) return;
    const proxyVar = (() => {
     if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"]; else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
    })();
    if (proxyVar) try {
     return new DecodedURL(proxyVar);
    } catch (_a) {
     if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
    } else return;
   }
   function checkBypass(reqUrl) {
    if (!reqUrl.hostname) return false;
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) return true;
    const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
    if (!noProxy) return false;
    let reqPort;
    if (reqUrl.port) reqPort = Number(reqUrl.port); else if (reqUrl.protocol === "http:") reqPort = 80; else if (reqUrl.protocol === "https:") reqPort = 443;
    const upperReqHosts = [ reqUrl.hostname.toUpperCase() ];
    if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    for (const upperNoProxyItem of noProxy.split(",").map(x => x.trim().toUpperCase()).filter(x => x)) if (upperNoProxyItem === "*" || upperReqHosts.some(x => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
    return false;
   }
   function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
   }
   class DecodedURL extends URL {
    constructor(url, base) {
     super(url, base);
     this._decodedUsername = decodeURIComponent(super.username);
     this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
     return this._decodedUsername;
    }
    get password() {
     return this._decodedPassword;
    }
   }
   }
 };
 var __webpack_module_cache__ = {};
 function __nccwpck_require__(moduleId) {
  var cachedModule = __webpack_module_cache__[moduleId];
  if (cachedModule !== void 0) return cachedModule.exports;
  var module = __webpack_module_cache__[moduleId] = {
   exports: {}
  };
  var threw = true;
  try {
   __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
   threw = false;
  } finally {
   if (threw) delete __webpack_module_cache__[moduleId];
  }
  return module.exports;
 }
 __nccwpck_require__.m = __webpack_modules__;
 if (typeof __nccwpck_require__ !== "undefined") __nccwpck_require__.ab = __dirname + "/";
 (() => {
  __nccwpck_require__.n = module => {
   var getter = module && module.__esModule ? () => module["default"] : () => module;
   __nccwpck_require__.d(getter, {
    a: getter
   });
   return getter;
  };
 })();
 (() => {
  __nccwpck_require__.d = (exports, definition) => {
   for (var key in definition) if (__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) Object.defineProperty(exports, key, {
    enumerable: true,
    get: definition[key]
   });
  };
 })();
 (() => {
  __nccwpck_require__.f = {};
  __nccwpck_require__.e = chunkId => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
   __nccwpck_require__.f[key](chunkId, promises);
   return promises;
  }, []));
 })();
 (() => {
  __nccwpck_require__.u = chunkId => chunkId + ".index.js";
 })();
 (() => {
  __nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
 })();
 (() => {
  __nccwpck_require__.r = exports => {
   if (typeof Symbol !== "undefined" && Symbol.toStringTag) Object.defineProperty(exports, Symbol.toStringTag, {
    value: "Module"
   });
   Object.defineProperty(exports, "__esModule", {
    value: true
   });
  };
 })();
 (() => {
  var installedChunks = {
   792: 1
  };
  var installChunk = chunk => {
   var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
   for (var moduleId in moreModules) if (__nccwpck_require__.o(moreModules, moduleId)) __nccwpck_require__.m[moduleId] = moreModules[moduleId];
   if (runtime) runtime(__nccwpck_require__);
   for (var i = 0; i < chunkIds.length; i++) installedChunks[chunkIds[i]] = 1;
  };
  __nccwpck_require__.f.require = (chunkId, promises) => {
   if (!installedChunks[chunkId]) if (true) installChunk(require("./" + __nccwpck_require__.u(chunkId))); else installedChunks[chunkId] = 1;
  };
 })();
 var __webpack_exports__ = {};
 (() => {
  "use strict";
  const external_os_namespaceObject = require("os");
  // CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
  function utils_toCommandValue(input) {
   if (input === null || input === void 0) return ""; else if (typeof input === "string" || input instanceof String) return input;
   return JSON.stringify(input);
  }
  function utils_toCommandProperties(annotationProperties) {
   if (!Object.keys(annotationProperties).length) return {};
   return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
   };
  }
  // CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js
  function command_issueCommand(command, properties, message) {
   const cmd = new Command(command, properties, message);
   process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
  }
  function command_issue(name, message = "") {
   command_issueCommand(name, {}, message);
  }
  const CMD_STRING = "::";
  class Command {
   constructor(command, properties, message) {
    if (!command) command = "missing.command";
    this.command = command;
    this.properties = properties;
    this.message = message;
   }
   toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
     cmdStr += " ";
     let first = true;
     for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
      const val = this.properties[key];
      if (val) {
       if (first) first = false; else cmdStr += ",";
       cmdStr += `${key}=${escapeProperty(val)}`;
      }
     }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
   }
  }
  function escapeData(s) {
   return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
  }
  function escapeProperty(s) {
   return utils_toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
  }
  // CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
  void 0 && (void 0).__awaiter;
  var HttpCodes;
  (function(HttpCodes) {
   HttpCodes[HttpCodes["OK"] = 200] = "OK";
   HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
   HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
   HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
   HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
   HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
   HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
   HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
   HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
   HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
   HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
   HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
   HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
   HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
   HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
   HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
   HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
   HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
   HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
   HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
   HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
   HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
   HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
   HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
   HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
   HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
   HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
  })(HttpCodes || (HttpCodes = {}));
  var Headers;
  (function(Headers) {
   Headers["Accept"] = "accept";
   Headers["ContentType"] = "content-type";
  })(Headers || (Headers = {}));
  var MediaTypes;
  (function(MediaTypes) {
   MediaTypes["ApplicationJson"] = "application/json";
  })(MediaTypes || (MediaTypes = {}));
  Error;
  // CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
  void 0 && (void 0).__awaiter;
  // CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
  void 0 && (void 0).__awaiter;
  // CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
  void 0 && (void 0).__awaiter;
  // CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
  void 0 && (void 0).__awaiter;
  process;
  // CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
  void 0 && (void 0).__awaiter;
  // CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
  void 0 && (void 0).__awaiter;
  process;
  // CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
  void 0 && (void 0).__awaiter;
  // CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
  void 0 && (void 0).__awaiter;
  external_os_namespaceObject.platform();
  external_os_namespaceObject.arch();
  // CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
  void 0 && (void 0).__awaiter;
  var ExitCode;
  (function(ExitCode) {
   ExitCode[ExitCode["Success"] = 0] = "Success";
   ExitCode[ExitCode["Failure"] = 1] = "Failure";
  })(ExitCode || (ExitCode = {}));
  // Variables
    function core_setSecret(secret) {
   command_issueCommand("add-mask", {}, secret);
  }
  function getInput(name, options) {
   const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
   if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
   if (options && options.trimWhitespace === false) return val;
   return val.trim();
  }
  function isDebug() {
   return process.env["RUNNER_DEBUG"] === "1";
  }
  function core_debug(message) {
   command_issueCommand("debug", {}, message);
  }
  function error(message, properties = {}) {
   command_issueCommand("error", utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
  }
  function warning(message, properties = {}) {
   command_issueCommand("warning", utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
  }
  function info(message) {
   process.stdout.write(message + external_os_namespaceObject.EOL);
  }
  function startGroup(name) {
   command_issue("group", name);
  }
  function endGroup() {
   command_issue("endgroup");
  }
  function getState(name) {
   return process.env[`STATE_${name}`] || "";
  }
  // src/awaiting/session-board.ts
  /** What is known of each session of the step, at any moment; the verdict is made from it on every path. */
  class SessionBoard {
   /** In the order asked for. */
   ids=[];
   /** Whether sessions are being started at this moment, so that some may run of which nothing is known. */
   starting=false;
   #seen=new Set;
   #known=new Map;
   #completions=new Map;
   #troubles=new Map;
   /** Adds a session to await, with what the API has said of it already. */
   add(id, read) {
    if (!this.#seen.has(id)) this.ids.push(id);
    this.#seen.add(id);
    if (read !== null) this.#known.set(id, read);
   }
   /** Keeps a snapshot of a session that has not ended. */   keepSnapshot(id, read) {
    if (!this.#completions.has(id)) this.#known.set(id, read);
   }
   /** Keeps the last trouble of a session that is still awaited. */   keepTrouble(id, trouble) {
    if (trouble === null) this.#troubles.delete(id); else this.#troubles.set(id, trouble);
   }
   /** Keeps how the wait for a session ended. */   settle(id, completion) {
    if (completion.kind === "completed") this.#known.set(id, completion.value);
    this.#completions.set(id, completion);
   }
   /** The latest that the API said of a session. */   get(id) {
    return this.#known.get(id) ?? null;
   }
   /** Ids of the sessions that have not ended, as far as is known; refused ones are not among them. */   listRunning() {
    return this.ids.filter(id => {
     const kind = this.#completions.get(id)?.kind;
     return kind !== "completed" && kind !== "refused";
    });
   }
   /** What became of each session until now. */   listFates(passingStatuses) {
    return this.ids.map(id => {
     const completion = this.#completions.get(id);
     const read = this.#known.get(id) ?? null;
     const fate = {
      id,
      session: read?.session ?? null,
      raw: read?.raw ?? null,
      unreachable: false
     };
     if (completion?.kind === "completed") return {
      ...fate,
      state: hasPassed(completion, passingStatuses) ? "passed" : "failed",
      trouble: null
     };
     if (completion?.kind === "refused") return {
      ...fate,
      state: "unknown",
      trouble: completion.cause
     };
     const trouble = this.#troubles.get(id);
     const unseen = completion?.kind === "timeout" && !completion.answered && trouble !== void 0;
     return {
      ...fate,
      state: unseen ? "unknown" : "unfinished",
      trouble: trouble?.cause ?? null,
      unreachable: trouble?.reached === false
     };
    });
   }
  }
  /** Whether the wait ended with a status that passes. */  function hasPassed(completion, passingStatuses) {
   return completion.kind === "completed" && passingStatuses.includes(completion.value.session.status);
  }
  var format_duration = __nccwpck_require__(775);
  // src/version.ts
  /** The action's version, sent in `User-Agent`; a test compares it with package.json. */
  const VERSION = "1.0.0";
  // src/client/advise-on-refusal.ts
  /**
 * What to do when the API refuses for good, by HTTP status (Checkly Public API, responses of the endpoints).
 * @returns a sentence; '' when nothing is known to help
 */
  function adviseOn(asking, status) {
   switch (status) {
   case 400:
    return asking === "start" ? "Check the values of check-id and tags." : "Check check-session-id and account-id.";

   case 401:
    return "The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be revoked, or of another account.";

   case 402:
    return "The account's plan does not cover this: see the billing page in Checkly.";

   case 403:
    return "The key may not do this: check that account-id is the account the key belongs to, and the role of its user.";

   case 404:
    if (asking === "start") return "The API itself did not say that nothing matched: check api-url.";
    return "No such check session in this account: check check-session-id, and that account-id and api-key belong to the account that ran it.";

   default:
    return "";
   }
  }
  // src/client/answer.ts
  /** An answer that may be better next time. */
  function createTrouble(cause, reached) {
   return {
    kind: "trouble",
    cause,
    reached,
    retryAfterMs: null,
    rateLimited: false
   };
  }
  // src/client/retry-after.ts
  /**
 * How long `Retry-After` asks to wait, in milliseconds: seconds or a date (RFC 9110, 10.2.3). A date is
 * compared with the server's own `Date`, so that a wrong clock on either side does no harm.
 * @returns null when there is none or it cannot be read; never negative
 */
  function readRetryAfter(headers, wallClockMs) {
   const value = headers["retry-after"];
   if (typeof value !== "string") return null;
   const text = value.trim();
   if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1e3, Number.MAX_SAFE_INTEGER);
   const until = parseDate(text);
   if (!/[a-z]{3}/i.test(text) || Number.isNaN(until)) return null;
   const date = headers["date"];
   const serverNow = typeof date === "string" ? parseDate(date) : Number.NaN;
   return Math.max(0, until - (Number.isNaN(serverNow) ? wallClockMs : serverNow));
  }
  /** An HTTP date in epoch milliseconds, NaN for other text. The form without a zone is UTC too (RFC 9110, 5.6.7). */  function parseDate(text) {
   return Date.parse(/(GMT|UTC|Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text} GMT`);
  }
  // src/client/classify-answer.ts
  /**
 * Turns an answer into what it means, by the endpoint's documentation: 408 still running; 429 and 5xx try
 * again; other 4xx and redirects are final; a 2xx counts only with the body that the contract describes.
 */
  function classifyAnswer(exchange, reading) {
   const {status} = exchange;
   if (status === 408) return {
    kind: "running"
   };
   if (status >= 200 && status < 300) {
    const decoded = decodeBody(exchange.body, reading);
    if (typeof decoded !== "string") return {
     kind: "completed",
     value: decoded
    };
    return createTrouble(`the API answered ${status}, but ${decoded}`, true);
   }
   const said = describeStatus(exchange, reading);
   if (status === 429 || status >= 500) {
    const retryAfterMs = status === 429 || status === 503 ? readRetryAfter(exchange.headers, reading.wallClockMs) : null;
    return {
     ...createTrouble(said, true),
     retryAfterMs,
     rateLimited: status === 429
    };
   }
   const advice = status >= 300 && status < 400 ? "Redirects are not followed: check api-url." : reading.advise(status);
   return {
    kind: "refused",
    cause: advice === "" ? `${said}.` : `${said}. ${advice}`
   };
  }
  function decodeBody(text, reading) {
   let body;
   try {
    body = JSON.parse(text);
   } catch {
    return text === "" ? "without a body" : "its body is not JSON";
   }
   return reading.decode(body);
  }
  function describeStatus(exchange, {message}) {
   const target = exchange.headers.location;
   if (message === null && typeof target === "string") return `the API answered ${exchange.status}, a redirect to ${target.slice(0, 200)}`;
   return `the API answered ${exchange.status}${message === null ? "" : `: ${message.slice(0, 500).replace(/\.$/, "")}`}`;
  }
  // src/client/describe-failure.ts
  const DNS_CODES = new Set([ "ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "EAI_NODATA", "EAI_NONAME" ]);
  /** Codes of OpenSSL and Node for a certificate that is not accepted. */  const CERTIFICATE_CODE = /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/;
  /** Those that an authority of one's own explains. */  const AUTHORITY_CODE = /^(UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;
  const WORDS = {
   ECONNREFUSED: "the connection was refused",
   ECONNRESET: "the connection was reset",
   EPIPE: "the connection was closed while sending",
   ETIMEDOUT: "the connection timed out",
   EHOSTUNREACH: "the host cannot be reached",
   EPROTO: "TLS failed, or is not spoken there",
   ENETUNREACH: "the network cannot be reached"
  };
  /**
 * Says what a failed request means. A certificate that is not trusted and a proxy that refuses do not
 * get better by waiting; everything else may.
 * @param host - host and port of the API, as in `api-url`
 */  function describeFailure(failure, host) {
   const {code, message} = failure;
   const proxyStatus = /^PROXY_(\d{3})$/.exec(code)?.[1];
   if (proxyStatus !== void 0) return {
    cause: `the proxy answered ${proxyStatus} when asked for ${host} (see https_proxy and no_proxy)`,
    final: proxyStatus.startsWith("4") && proxyStatus !== "408" && proxyStatus !== "429"
   };
   if (code === "PROXY_UNREACHABLE") return {
    cause: `the proxy cannot be reached (${message}; see https_proxy)`,
    final: false
   };
   if (code === "PROXY_UNUSABLE") return {
    cause: message,
    final: true
   };
   if (CERTIFICATE_CODE.test(code)) {
    const advice = AUTHORITY_CODE.test(code) ? ". If your network has a certificate authority of its own, set NODE_EXTRA_CA_CERTS to its PEM file, " + "or NODE_USE_SYSTEM_CA=1 to trust what the machine trusts, as environment variables of the job" : "";
    // Node's own advice is for who starts it by hand.
        const told = message.split("; if the root CA is installed locally", 1)[0] ?? "";
    return {
     cause: `the certificate of ${host} is not trusted (${code}: ${told})${advice}`,
     final: true
    };
   }
   if (DNS_CODES.has(code)) return {
    cause: `DNS: the host name of ${host} does not resolve (${code})`,
    final: false
   };
   const words = WORDS[code];
   if (words !== void 0) return {
    cause: `${words} (${code}, ${host})`,
    final: false
   };
   const known = code === "SILENT" || code === "CUT_OFF" || code === "TOO_LARGE" || code === "GIVEN_UP";
   return {
    cause: known ? message : `${message} (${code})`,
    final: false
   };
  }
  var external_node_http_ = __nccwpck_require__(67);
  // src/client/open-connections.ts
  /**
 * Opens connections to the API. Plain HTTP is for loopback hosts only, which no proxy is asked for; what
 * TLS and a proxy need is loaded when there is one.
 */
  async function openConnections(apiUrl) {
   if (apiUrl.protocol !== "https:") return {
    agent: new external_node_http_.Agent({
     keepAlive: true
    }),
    request: external_node_http_.request
   };
   const {openTlsConnections} = await __nccwpck_require__.e(299).then(__nccwpck_require__.bind(__nccwpck_require__, 299));
   return openTlsConnections(apiUrl);
  }
  var send_request = __nccwpck_require__(949);
  // src/client/call-api.ts
  /** The largest body that is read; the largest session seen has some hundred kilobytes. */
  const MAX_BODY_BYTES = 16 * 1024 * 1024;
  /** Creates a caller whose connections are kept for the next request and go through the proxy that is set. */  function createApiCaller(options) {
   const {apiUrl, redact} = options;
   const opening = openConnections(apiUrl);
   const base = apiUrl.href.replace(/\/$/, "");
   const headers = {
    accept: "application/json",
    authorization: `Bearer ${options.apiKey}`,
    "user-agent": `checkly-gate/${VERSION}`
   };
   if (options.accountId !== null) headers["x-checkly-account"] = options.accountId;
   let wasReached = false;
   async function exchange({asking, path, body, overallMs, signal}) {
    // A kept connection may break just as it is used again, and then nobody knows whether sessions were started.
    const isRepeatable = asking !== "start";
    const answered = await (0, send_request /* sendRequest */ .w)({
     method: body === void 0 ? "GET" : "POST",
     url: new URL(base + path),
     headers: isRepeatable ? headers : {
      ...headers,
      connection: "close"
     },
     ...body === void 0 ? {} : {
      body: JSON.stringify(body)
     },
     ...await opening,
     overallMs,
     maxBodyBytes: MAX_BODY_BYTES,
     signal
    });
    const {location} = answered.headers;
    return {
     ...answered,
     body: redact(normaliseEscapes(answered.body)),
     headers: location === void 0 ? answered.headers : {
      ...answered.headers,
      location: redact(location)
     }
    };
   }
   return {
    async call(call) {
     let exchanged;
     const askedAt = performance.now();
     const traceEnd = end => {
      const method = call.body === void 0 ? "GET" : "POST";
      options.trace?.(`${method} ${call.path}: ${end} after ${(0, format_duration /* formatDuration */ .a)(performance.now() - askedAt)}`);
     };
     try {
      exchanged = await exchange(call);
      wasReached = true;
      traceEnd(`${exchanged.status}, ${exchanged.body.length} characters`);
     } catch (error) {
      if (!(error instanceof send_request /* RequestFailure */ .e)) throw error;
      traceEnd(`${error.code}, ${error.message}`);
      const {cause, final} = describeFailure(error, apiUrl.host);
      // Once the API has answered, the way to it is right, and one bad connection out of many is a hiccup.
            const answer = final && !wasReached ? {
       kind: "refused",
       cause: `${cause}.`
      } : createTrouble(cause, false);
      return {
       answer,
       status: null,
       error: null,
       sent: error.sent
      };
     }
     const contract = await Promise.all([ __nccwpck_require__.e(934), __nccwpck_require__.e(505) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 505));
     const error = exchanged.status < 300 ? null : contract.readApiError(exchanged.body);
     const answer = classifyAnswer(exchanged, {
      decode: body => call.decode(body, contract),
      message: error?.message ?? null,
      advise: status => adviseOn(call.asking, status),
      wallClockMs: Date.now()
     });
     return {
      answer,
      status: exchanged.status,
      error,
      sent: true
     };
    },
    close: () => {
     // Without connections there is nothing to close; why there are none was the answer to each call.
     opening.then(({agent}) => agent.destroy()).catch(() => {});
    }
   };
  }
  /** JSON without needless escapes (`\u0063`, `\/`), behind which an echoed key could hide; other text as it is. */  function normaliseEscapes(text) {
   if (!text.includes("\\")) return text;
   try {
    return JSON.stringify(JSON.parse(text));
   } catch {
    return text;
   }
  }
  var statuses = __nccwpck_require__(689);
  // src/client/checkly-client.ts
  /** Past the wait that was asked for, how long an answer may take, its body included, in milliseconds. */
  const MARGIN_MS = 5e3;
  /** How long a request that does not wait may take, in milliseconds. */  const PLAIN_MS = 15e3;
  /** How long starting sessions may take, in milliseconds: many checks may match. */  const START_MS = 6e4;
  /** Creates a client whose connections are kept for the next request and go through the proxy that is set. */  function createChecklyClient(options) {
   const api = createApiCaller(options);
   return {
    async awaitSession(id, maxWaitSeconds, signal) {
     const {answer} = await api.call({
      asking: "await",
      path: `/v2/check-sessions/${id}/completion?maxWaitSeconds=${maxWaitSeconds}`,
      overallMs: maxWaitSeconds * 1e3 + MARGIN_MS,
      signal,
      decode: (body, contract) => contract.readCheckSession(body, id)
     });
     const running = answer.kind === "completed" && statuses /* RUNNING_STATUSES */ .$.has(answer.value.session.status);
     return running ? {
      kind: "running"
     } : answer;
    },
    async readSession(id, signal) {
     const {answer} = await api.call({
      asking: "read",
      path: `/v2/check-sessions/${id}`,
      overallMs: PLAIN_MS,
      signal,
      decode: (body, contract) => contract.readCheckSession(body, id)
     });
     return answer;
    },
    async startSessions(target, refreshCache, signal) {
     const matchTags = target.tags.length === 0 ? {} : {
      matchTags: target.tags
     };
     const checkId = target.checkIds.length === 0 ? {} : {
      checkId: target.checkIds
     };
     const called = await api.call({
      asking: "start",
      path: "/v2/check-sessions/trigger",
      body: {
       target: {
        ...matchTags,
        ...checkId
       },
       refreshCache
      },
      overallMs: START_MS,
      signal,
      decode: (body, contract) => contract.readTriggerResponse(body)
     });
     const {answer} = called;
     // Only the API itself can say that nothing matched; a gateway in between says nothing of checks.
          if (called.status === 404 && called.error?.statusCode === 404) return {
      kind: "completed",
      value: []
     };
     if (answer.kind === "completed" || answer.kind === "refused") return answer;
     if (answer.kind === "trouble" && (answer.rateLimited || !called.sent)) return answer;
     const cause = answer.kind === "running" ? "the API answered 408" : answer.cause;
     return {
      kind: "refused",
      cause: `${cause}. Sessions may have been started all the same, so the request is not sent again: see Checkly.`
     };
    },
    async cancelSession(id, signal) {
     const called = await api.call({
      asking: "cancel",
      path: `/v1/check-sessions/${id}/cancel`,
      body: {},
      overallMs: PLAIN_MS,
      signal,
      decode: () => null
     });
     // 204 has no body to decode.
          return called.status === 204 ? {
      kind: "completed",
      value: null
     } : called.answer;
    },
    async readResult(checkId, checkResultId, signal) {
     const {answer} = await api.call({
      asking: "result",
      path: `/v1/check-results/${encodeURIComponent(checkId)}/${encodeURIComponent(checkResultId)}`,
      overallMs: PLAIN_MS,
      signal,
      decode: body => ({
       body
      })
     });
     return answer;
    },
    close: () => api.close()
   };
  }
  // src/time/backoff.ts
  /** The ceiling of the first pause, in milliseconds. */
  const FIRST_MS = 500;
  /** No ceiling is higher, in milliseconds. */  const LONGEST_MS = 1e4;
  /** Growing pauses with full jitter, at most 10 s each. */  function createBackoff(failures = 0) {
   const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
   return {
    failures,
    pauseMs: random => random() * ceiling,
    next: () => createBackoff(failures + 1)
   };
  }
  /** The time kept for one last look before the deadline, in milliseconds. */  const LAST_LOOK_MS = 1e3;
  /**
 * Fits a pause before the deadline: one that would pass it, or end less than half a second before it, ends a
 * second before it, for one last look; with at most 1.5 s left it takes all of it. No pause stays none.
 * @returns milliseconds, never more than `leftMs`
 */  function fitPause(pauseMs, leftMs) {
   if (pauseMs === 0 || pauseMs < leftMs - LAST_LOOK_MS / 2) return pauseMs;
   return leftMs > 1.5 * LAST_LOOK_MS ? leftMs - LAST_LOOK_MS : Math.max(0, leftMs);
  }
  // src/client/request-pace.ts
  /** Turns that may be saved up for a burst. */
  const MOST_SAVED = 40;
  /** Turns that are added each second. */  const PER_SECOND = 6;
  /**
 * How fast turns are given: at any speed at first, and by a token bucket once that has been started.
 * All times are in milliseconds on one clock.
 */  class RequestPace {
   #tokens=Number.POSITIVE_INFINITY;
   #filledAt=0;
   /** Starts the bucket with so many turns, or leaves it with fewer; it fills from that moment on. */
   start(turns, from) {
    this.#tokens = Math.min(this.#tokens, turns);
    this.#filledAt = from;
   }
   /** Whether a turn can be given. */   hasTurn(now) {
    this.#fill(now);
    return this.#tokens >= 1;
   }
   takeTurn() {
    this.#tokens -= 1;
   }
   /** Adds a turn. */   giveBack() {
    this.#add(1);
   }
   /** Milliseconds until there is a turn, as of the last look; 0 or less when there is one. */   untilTurn() {
    return (1 - this.#tokens) / PER_SECOND * 1e3;
   }
   #fill(now) {
    if (now <= this.#filledAt) return;
    this.#add((now - this.#filledAt) / 1e3 * PER_SECOND);
    this.#filledAt = now;
   }
   #add(turns) {
    this.#tokens = Math.max(this.#tokens, Math.min(MOST_SAVED, this.#tokens + turns));
   }
  }
  // src/client/request-share.ts
  /** The server counts a request from when it has arrived, which may be a little later than here, in ms. */
  const ARRIVAL_MS = 1e3;
  /** The account's limit: 600 requests in 60 s on most routes (Checkly's documentation of its API). */  const WINDOW_MS = 6e4 + ARRIVAL_MS;
  /** What the step uses of it at most: other jobs and people need some. */  const MOST_PER_WINDOW = 570;
  /** However much others use, so many requests a window are tried. */  const LEAST_PER_WINDOW = 30;
  /** After a whole window without a refusal the share grows again, each second by so much. */  const GROWTH_PER_SECOND = .5;
  /**
 * What the step takes of the account's limit: so many requests in any window of a minute. Less after the
 * server has refused some, since others use the same limit. All times are in milliseconds on one clock.
 */  class RequestShare {
   /** When requests were sent within the last window, oldest first. */
   #sent=[];
   #allowance=MOST_PER_WINDOW;
   #refusedAt=Number.NEGATIVE_INFINITY;
   #grownAt=Number.NEGATIVE_INFINITY;
   /** Whether the window has room for a request. */
   hasRoom(now) {
    const grownAt = Math.max(this.#grownAt, this.#refusedAt + WINDOW_MS);
    if (this.#allowance < MOST_PER_WINDOW && now > grownAt) {
     const growth = (now - grownAt) / 1e3 * GROWTH_PER_SECOND;
     this.#allowance = Math.min(MOST_PER_WINDOW, this.#allowance + growth);
     this.#grownAt = now;
    }
    return this.#countSent(now) < this.#allowance;
   }
   /** Counts a request that is sent. */   record(now) {
    this.#sent.push(now);
   }
   /** Takes back a request that the server refused, and so did not count. */   takeBack(now) {
    this.#sent.pop();
    this.#refusedAt = now;
   }
   /** Shrinks to what was used in the last window, at most by half: early in a step little has been used of it. */   shrink(now) {
    this.#allowance = Math.max(LEAST_PER_WINDOW, this.#countSent(now), this.#allowance / 2);
   }
   /** Milliseconds until the window has room, as of the last look. */   untilRoom(now) {
    const oldest = this.#sent[this.#sent.length - Math.ceil(this.#allowance)];
    return oldest === void 0 ? 0 : oldest + WINDOW_MS - now;
   }
   #countSent(now) {
    while ((this.#sent[0] ?? Number.POSITIVE_INFINITY) <= now - WINDOW_MS) this.#sent.shift();
    return this.#sent.length;
   }
  }
  // src/client/request-budget.ts
  /** As many sessions as can be watched from the start within the step's share of the account's limit. */
  const WATCHABLE = 500;
  /** With more than that: sessions watched at once at first; a request for each other one comes later anyway. */  const FIRST_OF_MANY = 40;
  /** Pauses after refusals that do not say how long to wait: they double from the first to the last, in ms. */  const FIRST_PAUSE_MS = 1e3;
  const LAST_PAUSE_MS = 16e3;
  /** In milliseconds. */  const LONGEST_SLEEP_MS = 1e3;
  /** Nothing stops the wait for the next turn: who no longer wants it leaves by itself. */  const NEVER = (new AbortController).signal;
  /**
 * What all requests of a step share, so that the account's limit is hardly ever hit. Turns are given in the
 * order asked for. Up to 500 sessions start at full speed; with more, a poll that brings a result makes
 * room for the next at once, and others are paced, since a poll that comes back with 408 has used up a
 * request that another session needed.
 */  class RequestBudget {
   #clock;
   #sleep;
   #deadline;
   /** From then on nobody is held back by the pace: each session has one last look before the deadline. */
   #lastLookAt;
   #share=new RequestShare;
   #pace=new RequestPace;
   #waiting=new Set;
   #pausedUntil=Number.NEGATIVE_INFINITY;
   #refusals=0;
   #pumping=false;
   /** @param deadline - on `clock`, in milliseconds; no pause passes it */
   constructor(clock, sleep, deadline) {
    this.#clock = clock;
    this.#sleep = sleep;
    this.#deadline = deadline;
    this.#lastLookAt = deadline - LAST_LOOK_MS;
   }
   /**
     * Says how many sessions are going to be watched, with polls of so many seconds. When their polls are more
     * than the step's share, they are paced from the start, or from the second round on: without that the share
     * would be used up early in each window, and nobody would look for the rest of it.
     */   expectSessions(count, maxWaitSeconds) {
    const pollsAMinute = count * 60 / maxWaitSeconds;
    if (count > WATCHABLE) this.#pace.start(FIRST_OF_MANY, this.#clock.now()); else if (pollsAMinute > MOST_PER_WINDOW) this.#pace.start(count, this.#clock.now());
   }
   /** Waits until a request may be sent, and counts it; ends early, uncounted, when the signal is aborted. */   takeTurn(signal) {
    if (signal.aborted) return Promise.resolve();
    if (this.#waiting.size === 0 && this.#tryTake()) return Promise.resolve();
    return new Promise(resolve => {
     const leave = () => {
      this.#waiting.delete(leave);
      signal.removeEventListener("abort", leave);
      resolve();
     };
     this.#waiting.add(leave);
     signal.addEventListener("abort", leave);
     this.#pump();
    });
   }
   /** Says that a poll brought its result: with many sessions the next one may take its place at once. */   giveBack() {
    this.#refusals = 0;
    this.#pace.giveBack();
    this.#wake();
   }
   /**
     * Says that the server refused a request with 429: all requests pause, the share shrinks, and what comes
     * after the pause is paced.
     * @param pauseMs - what `Retry-After` said, in milliseconds; null, and less than a second, for a pause that
     *   doubles each time
     */   reportRefusal(pauseMs) {
    const now = this.#clock.now();
    this.#share.takeBack(now);
    // Requests that were on their way when the pause began are refused for the same reason.
        if (now >= this.#pausedUntil) {
     this.#refusals += 1;
     this.#share.shrink(now);
    }
    const grownMs = Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, this.#refusals - 1));
    // "At once" would be a storm: each refused request would be followed by the next.
        const askedMs = pauseMs !== null && pauseMs >= FIRST_PAUSE_MS ? pauseMs : grownMs;
    // After the deadline there is nothing to look at in time, and so no pause is too long.
        const fittedMs = now < this.#deadline ? fitPause(askedMs, this.#deadline - now) : askedMs;
    this.#pausedUntil = Math.max(this.#pausedUntil, now + fittedMs);
    this.#pace.start(0, this.#pausedUntil);
   }
   /** How long requests pause from now on, in milliseconds. */   get pauseLeftMs() {
    return Math.max(0, this.#pausedUntil - this.#clock.now());
   }
   #tryTake() {
    const now = this.#clock.now();
    const isInPace = this.#pace.hasTurn(now) || now >= this.#lastLookAt;
    if (now < this.#pausedUntil || !isInPace || !this.#share.hasRoom(now)) return false;
    this.#pace.takeTurn();
    this.#share.record(now);
    return true;
   }
   /** Milliseconds until the next turn can be given. */   #untilNext() {
    const now = this.#clock.now();
    const untilTurn = Math.min(this.#pace.untilTurn(), Math.max(0, this.#lastLookAt - now));
    return Math.max(1, this.#pausedUntil - now, untilTurn, this.#share.untilRoom(now));
   }
   #wake() {
    for (const leave of this.#waiting) {
     if (!this.#tryTake()) return;
     leave();
    }
   }
   async #pump() {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#waiting.size > 0) {
     this.#wake();
     // Room may come sooner than was foreseen, by a refused request that does not count.
          if (this.#waiting.size > 0) await this.#sleep(Math.min(this.#untilNext(), LONGEST_SLEEP_MS), NEVER);
    }
    this.#pumping = false;
   }
  }
  var command_file = __nccwpck_require__(146);
  // src/process/step-state.ts
  /*
 * What main leaves for post, in the runner's state file. Post gets each value as an environment variable,
 * which Windows limits to 32,767 characters: 800 ids fit.
 */
  const UNFINISHED = "unfinished-ids";
  const MOST_REMEMBERED = 800;
  /**
 * Leaves sessions for post: at first all that are awaited, in case this process is killed before it can cancel
 * them itself; at the end those that it had no time for, none as a rule.
 */  function rememberUnfinished(inputs, ids) {
   if (inputs.cancelUnfinished) step_state_saveState(UNFINISHED, ids.slice(0, MOST_REMEMBERED).join(" "));
  }
  /** Ids that main left; none when it came to its end. */  function listUnfinished() {
   return getState(UNFINISHED).split(" ").filter(id => id !== "");
  }
  /** Without a state file post does nothing, and main goes on all the same. */  function step_state_saveState(name, value) {
   try {
    (0, command_file /* addToCommandFile */ .U)(process.env["GITHUB_STATE"], new Map([ [ name, value ] ]));
   } catch {
    // The file is only for post.
   }
  }
  var words = __nccwpck_require__(830);
  // src/cancelling/cancel-sessions.ts
  /** What Checkly's API can stop (its documentation of the cancel endpoint). */
  const CANCEL_NOTE = "Only Playwright check suites stop; other checks run to their end.";
  /**
 * Asks Checkly to cancel sessions, side by side. Best effort: never rejects.
 * @returns the ids that there was no time for, or no answer
 */  async function cancelSessions(ids, options) {
   const left = await Promise.all(ids.map(async id => await cancelSession(id, options) ? [] : [ id ]));
   return left.flat();
  }
  /**
 * Asks Checkly to cancel one session. A request that gets no answer is sent once more: an idle connection may
 * have been closed just then, and to ask twice does no harm.
 * @returns whether Checkly answered; false when there was no time for it, or no answer
 */  async function cancelSession(id, options) {
   const {budget, client, signal} = options;
   for (let troubles = 0; ;) {
    const isTooLong = budget.pauseLeftMs > options.patienceMs;
    if (!isTooLong) await budget.takeTurn(signal);
    if (isTooLong || signal.aborted) {
     options.onSkipped(id, "no time was left");
     return false;
    }
    const answer = await client.cancelSession(id, signal);
    if (answer.kind === "completed") {
     options.onCancelled(id);
     return true;
    }
    if (answer.kind !== "trouble") {
     options.onSkipped(id, answer.kind === "running" ? "the API answered 408" : answer.cause);
     return true;
    }
    if (answer.rateLimited) budget.reportRefusal(answer.retryAfterMs); else troubles += 1;
    if (troubles > 1) {
     options.onSkipped(id, answer.cause);
     return false;
    }
   }
  }
  // src/cancelling/cancel-unfinished.ts
  /** How long cancelling may take, in milliseconds; what is left then is for post. */
  const CANCEL_MS = 15e3;
  /** The same after a signal: GitHub sends SIGTERM 7.5 s after SIGINT. */  const HURRIED_CANCEL_MS = 6e3;
  /** Cancels what still runs, if that is wanted; what there is no time for is left to post. */  async function cancelUnfinished(options) {
   const {inputs, board, log, hurry} = options;
   const running = board.listRunning();
   if (!inputs.cancelUnfinished || inputs.detach || running.length === 0) return rememberUnfinished(inputs, []);
   log.info(`Asking Checkly to cancel ${running.length} unfinished of ${(0, words /* countThings */ .Fs)(board.ids.length, "check session")}. ${CANCEL_NOTE}`);
   const timeMs = hurry.aborted ? HURRIED_CANCEL_MS : CANCEL_MS;
   const nameOf = id => board.get(id)?.session.name || id;
   const skipped = [];
   const left = await cancelSessions(running, {
    ...options,
    patienceMs: timeMs,
    signal: AbortSignal.timeout(timeMs),
    onCancelled: id => log.info(`Cancel requested: ${nameOf(id)}`),
    onSkipped: (id, reason) => skipped.push(`${nameOf(id)}: ${reason}`)
   });
   rememberUnfinished(inputs, left);
   if (skipped.length > 0) log.group(`Not cancelled: ${skipped.length}`, skipped);
   if (left.length > 0) log.info(`The clean-up after the job asks again for ${left.length} of them.`);
  }
  var publish_outputs = __nccwpck_require__(509);
  // src/concluding/build-gate-report.ts
  /** Puts together what the reports are made from. */
  function buildGateReport(verdict, fates, inputs, times, details) {
   return {
    verdict,
    fates,
    startedHere: inputs.selection.kind === "start",
    passingStatuses: inputs.passingStatuses,
    ...times,
    timeoutMs: inputs.timeoutMs,
    details
   };
  }
  // src/concluding/conclude.ts
  /** Why results failed is asked for no longer than this, in milliseconds: the verdict is known. */
  const DETAILS_MS = 5e3;
  /**
 * All that follows from the verdict, the exit code apart: cancels what still runs, reads why results
 * failed, writes the reports. Nothing here changes the verdict.
 */  async function concludeStep(verdict, fates, options) {
   const cancelling = cancelUnfinished(options);
   try {
    const reports = __nccwpck_require__.e(833).then(__nccwpck_require__.bind(__nccwpck_require__, 833));
    const details = await findDetails(verdict, fates, options);
    const {writeReports} = await reports;
    const report = buildGateReport(verdict, fates, options.inputs, options.times, details);
    const paths = await writeReports(report, options);
    (0, publish_outputs /* attemptOutputs */ .S)(paths, options.log, options.redact);
   } finally {
    await cancelling;
   }
  }
  async function findDetails(verdict, fates, options) {
   const wanted = options.inputs.failureDetails && verdict.sessions.failed > 0;
   // After a 429 requests pause, and nobody waits for details as long as that.
      const isTimely = !options.hurry.aborted && options.budget.pauseLeftMs < DETAILS_MS;
   if (!wanted || !isTimely) return new Map;
   const {readDetails} = await Promise.all([ __nccwpck_require__.e(934), __nccwpck_require__.e(43) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 43));
   const signal = AbortSignal.any([ options.hurry, AbortSignal.timeout(DETAILS_MS) ]);
   return readDetails(fates, options.client, options.budget, signal);
  }
  var build_outputs = __nccwpck_require__(161);
  var read_moment = __nccwpck_require__(402);
  var count_results = __nccwpck_require__(329);
  var describe_verdict = __nccwpck_require__(748);
  // src/verdict/judge.ts
  /**
 * Decides. Only sessions that all ended in a passing status, and at least one of them, make `passed`.
 * @param fates - every session of the step, in the order asked for
 * @param waitedMs - how long the step has waited, in milliseconds
 */
  function judge(ending, fates, waitedMs) {
   const outcome = chooseOutcome(ending, fates);
   const count = state => fates.filter(fate => fate.state === state).length;
   const sessions = {
    total: fates.length,
    passed: count("passed"),
    failed: count("failed"),
    unfinished: count("unfinished") + count("unknown")
   };
   return {
    outcome,
    succeeds: outcome === "passed" || outcome === "detached" || ending.kind === "no-match" && ending.tolerated,
    status: findWorstStatus(fates),
    sentence: (0, describe_verdict.XZ)(ending, outcome, fates, waitedMs),
    sessions,
    detached: ending.kind === "detached",
    failedFast: ending.kind === "awaited" && ending.failedFast,
    missing: (0, describe_verdict /* listMissing */ .pp)(ending),
    results: (0, count_results /* countResults */ .aD)(fates),
    timeElapsedMs: measureElapsed(fates),
    link: chooseLink(fates)
   };
  }
  function chooseOutcome(ending, fates) {
   switch (ending.kind) {
   case "broken":
    return "error";

   case "cancelled":
   case "no-match":
    return ending.kind;

   case "detached":
    return ending.missing.length > 0 ? "error" : "detached";

   case "awaited":
    {
     const has = state => fates.some(fate => fate.state === state);
     if (has("failed")) return "failed";
     if (has("unknown") || ending.missing.length > 0) return "error";
     if (has("unfinished")) return "timeout";
     return has("passed") ? "passed" : "error";
    }
   }
  }
  function hasEnded(fate) {
   return fate.state === "passed" || fate.state === "failed";
  }
  function findWorstStatus(fates) {
   let worst = "";
   let rank = Number.POSITIVE_INFINITY;
   for (const fate of fates) {
    if (!hasEnded(fate) || fate.session === null) continue;
    const own = statuses /* STATUSES_FROM_WORST */ .O.indexOf(fate.session.status);
    if (own < rank) {
     worst = fate.session.status;
     rank = own;
    }
   }
   return worst;
  }
  function measureElapsed(fates) {
   let earliest = Number.POSITIVE_INFINITY;
   let latest = Number.NEGATIVE_INFINITY;
   for (const {session} of fates) {
    earliest = Math.min(earliest, (0, read_moment /* readMoment */ .T)(session?.startedAt ?? null) ?? earliest);
    latest = Math.max(latest, (0, read_moment /* readMoment */ .T)(session?.stoppedAt ?? null) ?? latest);
   }
   return latest >= earliest ? latest - earliest : null;
  }
  /** The first known link of a session that did not pass, which one that passed does not stand in for; else the first. */  function chooseLink(fates) {
   const stopped = fates.filter(fate => fate.state !== "passed");
   const links = (stopped.length > 0 ? stopped : fates).map(fate => fate.session?.checkSessionLink ?? "");
   return links.find(link => link !== "") ?? "";
  }
  // src/concluding/rehearse-end.ts
  /** Later than the answer of a session that has ended, and then the step has nothing to do; milliseconds. */
  const REHEARSE_AFTER_MS = 400;
  /** A session that passed, as the API tells of it. */  const MADE_UP = {
   checkSessionId: "made-up",
   checkSessionLink: "https://app.checklyhq.com/made-up",
   checkId: "made-up",
   checkType: "API",
   name: "Made up",
   status: "PASSED",
   startedAt: "2026-01-01T00:00:00.000Z",
   stoppedAt: "2026-01-01T00:00:01.000Z",
   timeElapsed: 1e3,
   runLocations: [ "eu-west-1" ],
   runSource: null,
   results: [ {
    checkResultId: "made-up",
    checkResultLink: "https://app.checklyhq.com/made-up",
    checkId: "made-up",
    checkType: "API",
    name: "Made up",
    runLocation: "eu-west-1",
    resultType: "FINAL",
    hasErrors: false,
    hasFailures: false,
    isDegraded: false,
    aborted: false,
    isCancelled: false,
    responseTime: 1e3,
    startedAt: "2026-01-01T00:00:00.000Z",
    stoppedAt: "2026-01-01T00:00:01.000Z"
   } ]
  };
  /**
 * Loads what the end needs while the first request is on its way, and goes through the end of a made-up
 * session for nobody while the step waits: code that has run once takes half the time, and the end of the
 * wait is when time counts. All of it is pure, and nothing of it is kept. Keeps no process alive. What goes
 * wrong here comes up again at the real end, and is said then.
 */  function rehearseEnd(inputs) {
   // An async function, since in the bundle a chunk that cannot be loaded is thrown and not rejected.
   const load = async () => {
    const [reading, reporting] = await Promise.all([ Promise.all([ __nccwpck_require__.e(934), __nccwpck_require__.e(505) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 505)), __nccwpck_require__.e(833).then(__nccwpck_require__.bind(__nccwpck_require__, 833)) ]);
    return {
     ...reading,
     ...reporting
    };
   };
   const rehearse = async () => {
    const {readCheckSession, renderForNobody} = await load();
    const value = readCheckSession(MADE_UP, MADE_UP.checkSessionId);
    if (typeof value === "string") return;
    const board = new SessionBoard;
    board.add(MADE_UP.checkSessionId, null);
    board.settle(MADE_UP.checkSessionId, {
     kind: "completed",
     value
    });
    const fates = board.listFates(inputs.passingStatuses);
    const verdict = judge({
     kind: "awaited",
     missing: [],
     failedFast: false
    }, fates, 0);
    (0, build_outputs /* buildOutputs */ .J)(verdict, fates);
    renderForNobody(buildGateReport(verdict, fates, inputs, {
     beganAtMs: 0,
     waitedMs: 0
    }, new Map));
   };
   load().catch(() => {});
   setTimeout(() => rehearse().catch(() => {}), REHEARSE_AFTER_MS).unref();
  }
  var report_dir = __nccwpck_require__(320);
  // src/time/clock.ts
  /**
 * A signal that is aborted with another one, or when the deadline has come (milliseconds on `clock`).
 * `release` frees what it holds, and aborts it too.
 */
  function endAtDeadline(options) {
   const over = new AbortController;
   const stop = () => {
    options.signal.removeEventListener("abort", stop);
    over.abort("over");
   };
   options.signal.addEventListener("abort", stop);
   if (options.signal.aborted) stop();
   // An answer that has arrived by then is read first: a process that was held up is not the session's fault.
      options.sleep(options.deadline - options.clock.now(), over.signal).then(() => setImmediate(stop));
   return {
    signal: over.signal,
    release: stop
   };
  }
  /** The machine's monotonic clock: unlike the wall clock it is not set back or forward. */  const monotonicClock = {
   now: () => performance.now()
  };
  /** Waits with a timer. */  const sleepWithTimer = (ms, signal) => new Promise(resolve => {
   if (signal.aborted) return resolve();
   const end = () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
    resolve();
   };
   const timer = setTimeout(end, ms);
   signal.addEventListener("abort", end);
  });
  // src/awaiting/await-completion.ts
  /** A trouble that comes sooner comes at once, in milliseconds. */
  const AT_ONCE_MS = 1e3;
  /**
 * Asks until the thing has ended, the deadline has come or the signal is aborted. Rules: after a full wait
 * it asks again at once; a 408 that comes much sooner, and any trouble, is followed by a growing pause.
 */  async function awaitCompletion(options) {
   const {clock, deadline} = options;
   const {signal, release} = endAtDeadline(options);
   let backoff = createBackoff();
   let answered = false;
   try {
    for (;;) {
     await options.takeTurn(signal);
     const askedAt = clock.now();
     const leftMs = deadline - askedAt;
     if (signal.aborted || leftMs <= 0) break;
     const waitSeconds = Math.max(1, Math.min(options.maxWaitSeconds, Math.ceil(leftMs / 1e3)));
     const answer = await options.request(waitSeconds, signal);
     if (answer.kind === "completed" || answer.kind === "refused") return answer;
     if (signal.aborted) break;
     const tookMs = clock.now() - askedAt;
     let pauseMs = 0;
     if (answer.kind === "running") {
      answered = true;
      const early = tookMs < waitSeconds * 1e3 / 2;
      if (early) pauseMs = Math.max(0, backoff.pauseMs(options.random) - tookMs);
      backoff = early ? backoff.next() : createBackoff();
     } else {
      // A gateway that gives up after some seconds has paused already; what fails at once pauses in full.
      const pausedMs = tookMs < AT_ONCE_MS ? 0 : tookMs;
      pauseMs = Math.max(answer.retryAfterMs ?? 0, backoff.pauseMs(options.random) - pausedMs);
      backoff = backoff.next();
     }
     pauseMs = fitPause(pauseMs, deadline - clock.now());
     options.onEvent(answer.kind === "running" ? {
      kind: "running",
      pauseMs
     } : {
      kind: "trouble",
      cause: answer.cause,
      reached: answer.reached,
      pauseMs
     });
     if (pauseMs > 0) await options.sleep(pauseMs, signal);
    }
   } finally {
    release();
   }
   return options.signal.aborted ? {
    kind: "stopped"
   } : {
    kind: "timeout",
    answered
   };
  }
  // src/awaiting/take-snapshots.ts
  /** Snapshots only tell people more, so they are repeated for few sessions only. */
  const MOST_REPEATED = 10;
  /** In milliseconds. */  const REPEATED_EVERY_MS = 6e4;
  /** Of more sessions, each that still runs has one snapshot, for its name and link, while polls leave room for it. */  const MOST_ONCE = 180;
  /** When that is done, in milliseconds, and how long after one the next. */  const ONCE_AFTER_MS = 5e3;
  const ONCE_APART_MS = 20;
  /** A session that has ended already answers before this, in milliseconds. */  const FIRST_SNAPSHOT_MS = 300;
  function planSnapshots(options, id, index) {
   const {board} = options;
   if (board.ids.length <= MOST_REPEATED) return {
    firstMs: FIRST_SNAPSHOT_MS,
    everyMs: REPEATED_EVERY_MS
   };
   if (board.ids.length > MOST_ONCE || board.get(id) !== null) return null;
   const halfMs = (options.deadline - options.clock.now()) / 2;
   return {
    firstMs: Math.min(ONCE_AFTER_MS, halfMs) + index * ONCE_APART_MS,
    everyMs: null
   };
  }
  /**
 * Reads a session beside its wait, at moments that depend on how many there are; that it fails changes nothing.
 * @param index - of the session on the board
 * @param signal - ends it
 */  async function takeSnapshots(id, index, options, signal) {
   const {board, budget, client, sleep} = options;
   const plan = planSnapshots(options, id, index);
   let pauseMs = plan?.firstMs ?? null;
   while (pauseMs !== null) {
    await sleep(pauseMs, signal);
    await budget.takeTurn(signal);
    if (signal.aborted) return;
    const answer = await client.readSession(id, signal);
    if (signal.aborted || answer.kind === "refused") return;
    if (answer.kind === "trouble" && answer.rateLimited) budget.reportRefusal(answer.retryAfterMs);
    if (answer.kind === "completed") {
     board.keepSnapshot(id, answer.value);
     options.onSnapshot(id);
    }
    pauseMs = plan?.everyMs ?? null;
   }
  }
  // src/awaiting/await-sessions.ts
  /**
 * Sessions are watched in handfuls, one after the other a moment later: those that have ended already
 * leave their connection to the next, which takes less memory and time than to open all at once.
 */
  const HANDFUL = 25;
  /** In milliseconds. */  const HANDFUL_EVERY_MS = 10;
  /**
 * Awaits all sessions of the board side by side until each has ended, the deadline has come, the signal is
 * aborted or, with `failFast`, one did not pass. What becomes of each is kept on the board as it comes.
 * @returns whether `failFast` ended the wait while others still ran
 */  async function awaitSessions(options) {
   const {board, budget} = options;
   const over = new AbortController;
   let failedFast = false;
   const stop = () => over.abort("over");
   options.signal.addEventListener("abort", stop);
   if (options.signal.aborted) stop();
   async function awaitOne(id, index) {
    const settled = new AbortController;
    takeSnapshots(id, index, options, settled.signal);
    const completion = await awaitCompletion({
     ...options,
     signal: over.signal,
     takeTurn: signal => budget.takeTurn(signal),
     request: async (maxWaitSeconds, signal) => {
      const answer = await options.client.awaitSession(id, maxWaitSeconds, signal);
      if (answer.kind === "completed") budget.giveBack();
      if (answer.kind !== "trouble" || !answer.rateLimited) return answer;
      budget.reportRefusal(answer.retryAfterMs);
      // All requests pause for as long as that, which is what to wait for, and to tell people.
            return {
       ...answer,
       retryAfterMs: budget.pauseLeftMs
      };
     },
     onEvent: event => {
      board.keepTrouble(id, event.kind === "trouble" ? event : null);
      options.onEvent(id, event);
     }
    });
    settled.abort("settled");
    board.settle(id, completion);
    options.onSettled(id, completion);
    if (options.failFast && !over.signal.aborted && !hasPassed(completion, options.passingStatuses)) {
     failedFast = completion.kind !== "timeout" && board.listRunning().length > 0;
     stop();
    }
   }
   async function awaitInTurn(id, index) {
    const pauseMs = Math.floor(index / HANDFUL) * HANDFUL_EVERY_MS;
    if (pauseMs > 0) await options.sleep(pauseMs, over.signal);
    await awaitOne(id, index);
   }
   await Promise.all(board.ids.map(awaitInTurn));
   options.signal.removeEventListener("abort", stop);
   return failedFast;
  }
  // src/progress/describe-progress.ts
  /** With more running than this, they are counted and not named. */
  const MOST_NAMED = 5;
  /** `4m10s gone, 5m50s left`. Milliseconds. */  function describeTime(goneMs, leftMs) {
   return `${(0, format_duration /* formatDuration */ .a)(goneMs)} gone, ${(0, format_duration /* formatDuration */ .a)(Math.max(0, leftMs))} left`;
  }
  /** Where a running session has got to: `1 of 3 locations finished: eu-west-1 passed`; '' when nothing is known. */  function describeLocations(session) {
   if (session === null || session.runLocations.length === 0) return "";
   const finals = session.results.filter(result => result.resultType === "FINAL");
   const done = finals.map(result => `${result.runLocation} ${(0, count_results /* judgeResult */ .p8)(result)}`);
   const counted = `${finals.length} of ${session.runLocations.length} locations finished`;
   return done.length === 0 ? counted : `${counted}: ${done.slice(0, 10).join(", ")}${done.length > 10 ? ", \u2026" : ""}`;
  }
  /**
 * `37 of 100 finished, 1 failed, 4m10s gone, 5m50s left`, with what still runs when it is little.
 * @param running names; null where none is known yet, which is counted, as an id would tell nobody anything
 */  function describeMany(counts, running, goneMs, leftMs) {
   const failed = counts.failed > 0 ? `, ${counts.failed} failed` : "";
   const named = running.filter(name => name !== null);
   const rest = running.length > named.length ? ` and ${running.length - named.length} more` : "";
   const names = named.length > 0 && running.length <= MOST_NAMED ? `; still running: ${named.join(", ")}${rest}` : "";
   return `${counts.finished} of ${counts.total} finished${failed}, ${describeTime(goneMs, leftMs)}${names}`;
  }
  /** One line on a session whose wait is over; '' when the wait ended without it. */  function describeEnd(name, completion, passed) {
   if (completion.kind === "refused") return `\u2717 ${name}: ${completion.cause}`;
   if (completion.kind !== "completed") return "";
   const {status, timeElapsed, checkSessionLink} = completion.value.session;
   const took = timeElapsed === null ? "" : ` (ran ${(0, format_duration /* formatDuration */ .a)(timeElapsed)})`;
   return passed ? `\u2713 ${name} ${status}${took}` : `\u2717 ${name} ${status}${took} ${checkSessionLink}`;
  }
  // src/progress/progress-log.ts
  /** One line so often at the most while nothing ends, in milliseconds. */
  const EVERY_MS = 3e4;
  /** With more sessions than this the same trouble is said once in a while, not once for each. */  const FEW = 10;
  const SAME_TROUBLE_MS = 5e3;
  /** Tells the log how the wait goes on. */  function createProgressLog(options) {
   const {board, clock, log} = options;
   const total = board.ids.length;
   const counts = {
    total,
    finished: 0,
    failed: 0
   };
   const running = new Set(board.ids);
   // Those that this step started have been listed with their links.
      const linked = new Set(board.ids.filter(id => board.get(id) !== null));
   const said = new Map;
   const timer = total > 1 ? setInterval(() => log.info(describeNow()), EVERY_MS) : void 0;
   const goneMs = () => clock.now() - options.startedAt;
   const leftMs = () => options.deadline - clock.now();
   const findName = id => board.get(id)?.session.name || null;
   const nameOf = id => findName(id) ?? id;
   const describeNow = () => describeMany(counts, running.size > FEW ? [] : [ ...running ].map(findName), goneMs(), leftMs());
   function tellTrouble(id, cause, pauseMs) {
    const last = said.get(cause);
    if (total > FEW && last !== void 0 && clock.now() - last < SAME_TROUBLE_MS) return;
    said.set(cause, clock.now());
    const who = total > 1 ? `${nameOf(id)}: ` : "";
    log.info(`${who}${cause}; trying again in ${(0, format_duration /* formatDuration */ .a)(pauseMs)}, ${describeTime(goneMs(), leftMs())}`);
   }
   return {
    onEvent(id, event) {
     if (event.kind === "trouble") return tellTrouble(id, event.cause, event.pauseMs);
     if (total > 1) return;
     const locations = describeLocations(board.get(id)?.session ?? null);
     log.info(`Still running, ${describeTime(goneMs(), leftMs())}${locations === "" ? "" : `; ${locations}`}`);
    },
    onSettled(id, completion) {
     const passed = hasPassed(completion, options.passingStatuses);
     running.delete(id);
     const isOver = completion.kind === "completed" || completion.kind === "refused";
     if (isOver) counts.finished += 1;
     if (isOver && !passed) counts.failed += 1;
     const line = describeEnd(nameOf(id), completion, passed);
     if (total > 1 && line !== "") log.info(`${line}; ${describeNow()}`);
     timer?.refresh();
    },
    onSnapshot(id) {
     const session = board.get(id)?.session;
     if (total > FEW || session === void 0 || linked.has(id) || session.checkSessionLink === "") return;
     linked.add(id);
     log.info(`${session.name || id}: ${session.checkSessionLink}`);
    },
    close: () => clearInterval(timer)
   };
  }
  // src/starting/start-sessions.ts
  /** Timers are this exact at best, in milliseconds. */
  const MOMENT_MS = 2;
  /**
 * Starts the sessions. Sent again only while it cannot have been acted on (the client says so) and the
 * deadline has not come.
 * @returns the sessions, none when nothing matched; or why it was given up
 */  async function startSessions(options) {
   const {budget, clock, deadline} = options;
   const {signal, release} = endAtDeadline(options);
   let backoff = createBackoff();
   let cause = "the time was up before it could be sent";
   try {
    for (;;) {
     await budget.takeTurn(signal);
     // A pause that takes all that is left may end a moment early.
          if (signal.aborted || clock.now() > deadline - MOMENT_MS) break;
     const answer = await options.client.startSessions(options.target, options.refreshCache, signal);
     if (answer.kind === "completed") return {
      kind: "started",
      sessions: answer.value
     };
     if (answer.kind === "refused") return {
      kind: "given-up",
      cause: answer.cause
     };
     // What was cut off by the deadline says less than what went wrong before.
          if (signal.aborted && backoff.failures > 0) break;
     cause = answer.cause;
     if (answer.rateLimited) budget.reportRefusal(answer.retryAfterMs);
     const askedMs = Math.max(answer.retryAfterMs ?? 0, budget.pauseLeftMs, backoff.pauseMs(options.random));
     const pauseMs = fitPause(askedMs, deadline - clock.now());
     backoff = backoff.next();
     options.onTrouble(cause, pauseMs);
     await options.sleep(pauseMs, signal);
    }
   } finally {
    release();
   }
   return {
    kind: "given-up",
    cause
   };
  }
  /** Checks that were asked for by id and of which no session was started. */  function listUnstarted(checkIds, sessions) {
   const started = new Set(sessions.map(({session}) => session.checkId.toLowerCase()));
   return checkIds.filter(id => !started.has(id));
  }
  // src/gate-step.ts
  /** More sessions than this are not listed one by one before the wait. */
  const MOST_LISTED = 100;
  /**
 * Does the step's work: starts the sessions, or takes those that are given, and awaits them. Everything
 * that is learnt of a session is on the board.
 * @returns how it came to its end, unless a signal did that
 */  async function runGate(parts) {
   const {inputs, board} = parts;
   let missing = [];
   if (inputs.selection.kind === "await") for (const id of inputs.selection.sessionIds) board.add(id, null); else {
    const ending = await start(parts, inputs.selection);
    if (ending.kind !== "awaited") return ending;
    if (inputs.detach) return {
     kind: "detached",
     missing: ending.missing
    };
    missing = ending.missing;
   }
   return {
    kind: "awaited",
    missing,
    failedFast: await awaitAll(parts)
   };
  }
  async function start(parts, selection) {
   const {inputs, board, log} = parts;
   board.starting = true;
   const started = await startSessions({
    ...parts,
    sleep: sleepWithTimer,
    random: Math.random,
    target: selection,
    refreshCache: inputs.refreshCache,
    onTrouble: (cause, pauseMs) => log.info(`${cause}; trying to start the sessions again in ${(0, 
    format_duration /* formatDuration */ .a)(pauseMs)}`)
   });
   board.starting = false;
   if (started.kind === "given-up") return {
    kind: "broken",
    cause: `The sessions could not be started: ${started.cause}`
   };
   if (started.sessions.length === 0) return {
    kind: "no-match",
    tolerated: !inputs.failOnNoMatching,
    sought: describeSelection(selection)
   };
   for (const line of selection.tags.filter(tags => tags.every(tag => tag.startsWith("!")))) log.warning(`tags "${line.join(", ")}" only excludes: every other active check of the account was started.`);
   for (const read of started.sessions) board.add(read.session.checkSessionId.toLowerCase(), read);
   const lines = board.ids.slice(0, MOST_LISTED).map(id => {
    const session = board.get(id)?.session;
    return `${session?.name || id}: ${session?.checkSessionLink ?? ""}`;
   });
   if (board.ids.length > MOST_LISTED) lines.push(`and ${board.ids.length - MOST_LISTED} more`);
   log.group(`Started ${(0, words /* countThings */ .Fs)(board.ids.length, "check session")}; the checks' alerting rules apply to them`, lines);
   const missing = listUnstarted(selection.checkIds, started.sessions);
   // With tags as well, an id that does not match them may rightly be left out.
      const isFiltered = selection.tags.length > 0;
   if (missing.length > 0) {
    const why = isFiltered ? "it does not match tags, or no active check has that id" : "no active check has that id";
    log.warning(`No session was started of check ${missing.join(", ")}: ${why}.`);
   }
   const isTolerated = isFiltered || !inputs.failOnNoMatching;
   return {
    kind: "awaited",
    missing: isTolerated ? [] : missing,
    failedFast: false
   };
  }
  /** Returns whether `fail-fast` ended the wait. */  async function awaitAll(parts) {
   const {board, inputs, log} = parts;
   parts.budget.expectSessions(board.ids.length, inputs.maxWaitSeconds);
   const progress = createProgressLog({
    ...parts,
    passingStatuses: inputs.passingStatuses
   });
   const waiting = awaitSessions({
    ...parts,
    ...progress,
    sleep: sleepWithTimer,
    random: Math.random,
    maxWaitSeconds: inputs.maxWaitSeconds,
    failFast: inputs.failFast,
    passingStatuses: inputs.passingStatuses
   });
   // The first requests have left; now there is time for words.
      const first = board.ids.length === 1 ? ` ${board.ids[0] ?? ""}` : "";
   log.info(`Awaiting ${(0, words /* countThings */ .Fs)(board.ids.length, "check session")}${first} for at most ${(0, 
   format_duration /* formatDuration */ .a)(parts.deadline - parts.clock.now())}`);
   parts.onAwaiting();
   try {
    return await waiting;
   } finally {
    progress.close();
   }
  }
  function describeSelection({checkIds, tags}) {
   const filters = tags.map(line => `"${line.join(", ")}"`).join(" or ");
   const ids = checkIds.length === 0 ? "" : `check-id ${checkIds.join(", ")}`;
   return (0, words /* joinFilled */ .tI)([ filters === "" ? "" : `tags ${filters}`, ids ], " and ");
  }
  var read_inputs = __nccwpck_require__(652);
  var neutralise_text = __nccwpck_require__(261);
  // src/outputs/log.ts
  /** An annotation is cut at 4,096 characters by GitHub; its message may have several lines. */
  const LONGEST_ANNOTATION = 4e3;
  /** Creates a log on standard output, as workflow commands and plain lines. */  function createLog(redact) {
   const clean = (line, maxLength) => {
    const cleaned = (0, neutralise_text /* cleanLine */ .Ow)(redact(line), maxLength);
    // What was taken out may have stood inside a key.
        return cleaned === line ? line : redact(cleaned);
   };
   const annotate = message => redact(message).slice(0, LONGEST_ANNOTATION).split("\n").map(line => clean(line, LONGEST_ANNOTATION)).join("\n");
   const properties = title => title === void 0 ? {} : {
    title: clean(title, 200)
   };
   const group = (title, lines) => {
    startGroup(clean(title));
    for (const line of lines) info(clean(line));
    endGroup();
   };
   return {
    info: line => info(clean(line)),
    group,
    groups: groups => {
     process.stdout.cork();
     for (const {title, lines} of groups) group(title, lines);
     process.stdout.uncork();
    },
    warning: (message, title) => warning(annotate(message), properties(title)),
    error: (message, title) => error(annotate(message), properties(title)),
    debug: line => core_debug(clean(line))
   };
  }
  // src/process/describe-runtime.ts
  /** Variables that change how Node.js reaches the API. */
  const TELLING = [ "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "NODE_EXTRA_CA_CERTS", "NODE_USE_SYSTEM_CA", "NODE_TLS_REJECT_UNAUTHORIZED", "NODE_OPTIONS" ];
  /** What the step runs on, for the debug log: `Node.js v24.11.0 on linux x64; set: https_proxy`. No values. */  function describeRuntime({version, platform, arch, env}) {
   const set = TELLING.filter(name => (env[name] ?? "") !== "");
   const told = set.length === 0 ? "no variable for proxies and certificates" : set.join(", ");
   return `Node.js ${version} on ${platform} ${arch}; set: ${told}`;
  }
  // src/process/end-process.ts
  /**
 * Ends the process with the exit code that is set, once standard output has taken everything: a reader may be
 * slow, or writing asynchronous as on some systems, and `process.exit` alone would cut the log there.
 */
  function endProcess() {
   // As a rule everything is with the system already, and each turn that is not waited for makes the step shorter.
   if (process.stdout.writableLength === 0) process.exit(); else process.stdout.write("", () => process.exit());
  }
  // src/process/guard-process.ts
  /**
 * Makes sure that the process never ends with code 0 without a verdict: not by an unhandled error, not by
 * an event loop that ran dry, not by a signal. A second signal ends it at once.
 */
  function guardProcess(handlers) {
   process.exitCode = 1;
   let broken = false;
   const handleError = error => {
    const cause = (0, words /* describeError */ .Uc)(error);
    if (handlers.isDecided()) {
     handlers.onLateError(cause);
     return;
    }
    // The way to a verdict is itself what fails: there is nothing left to try.
        if (broken) process.exit(1);
    broken = true;
    handlers.onBroken(`Unexpected error: ${cause}. Please report it with the log of this step.`);
   };
   process.on("uncaughtException", handleError);
   process.on("unhandledRejection", handleError);
   process.on("beforeExit", () => {
    if (!handlers.isDecided()) handlers.onBroken("The step ended without a verdict: nothing was left to wait for. Please report it.");
   });
   process.on("exit", () => {
    if (!handlers.isDecided()) process.exitCode = 1;
   });
   // A log that nobody reads any more is no reason to fail.
      process.stdout.on("error", () => {});
   let signals = 0;
   for (const name of [ "SIGINT", "SIGTERM" ]) process.on(name, () => {
    signals += 1;
    if (signals > 1) process.exit(name === "SIGINT" ? 130 : 143);
    handlers.onSignal(name);
   });
  }
  // src/secrets/mask-secrets.ts
  /** A variable that is not used as the key, and is shorter than any, is a placeholder such as `false`. */
  const SHORTEST_UNUSED = 8;
  /**
 * The untrimmed values that may hold the API key, for masking before anything else happens.
 * @param get - reads an input; '' when it is not given
 */  function listSecrets(get, env) {
   const given = get("api-key");
   const fallback = env["CHECKLY_API_KEY"] ?? "";
   const isPlaceholder = given.trim() !== "" && fallback.trim().length < SHORTEST_UNUSED;
   return [ given, isPlaceholder ? "" : fallback ].filter(value => value.trim() !== "");
  }
  /** Has the runner mask the values in every log of the job, as given and without blanks around them. */  function maskSecrets(secrets) {
   for (const secret of new Set(secrets.flatMap(value => [ value.trim(), value ]))) core_setSecret(secret);
  }
  // src/secrets/redact.ts
  /** Pieces of the key of at least so many characters are taken out. */
  const PIECE_LENGTH = 8;
  /** Of eight characters in a row, one of the first three begins at a multiple of three, and six are left from there. */  const PROBE_LENGTH = 6;
  const PROBE_STEP = PIECE_LENGTH - PROBE_LENGTH + 1;
  /**
 * Creates a function that replaces secrets by `***`, also where only a piece of one stands (a server may
 * echo a cut key). GitHub masks the log; this covers the summary, outputs and files as well.
 * @param secrets - untrimmed values
 */  function createRedactor(secrets) {
   const values = [ ...new Set(secrets.map(secret => secret.trim())) ];
   const pieces = values.flatMap(value => cutIntoParts(value, PIECE_LENGTH, 1));
   // Every piece holds a probe whole; they are a third as many, so a large text is searched in less time.
      const probes = values.flatMap(value => cutIntoParts(value, PROBE_LENGTH, PROBE_STEP));
   return text => {
    if (!probes.some(probe => text.includes(probe))) return text;
    const found = pieces.filter(piece => text.includes(piece));
    return found.length === 0 ? text : hide(text, found);
   };
  }
  /** The parts of a text that have this length and begin at a multiple of `step`; a text too short for a piece is one. */  function cutIntoParts(text, length, step) {
   if (text.length < PIECE_LENGTH) return text === "" ? [] : [ text ];
   const parts = new Set;
   for (let start = 0; start + length <= text.length; start += step) parts.add(text.slice(start, start + length));
   return [ ...parts ];
  }
  /** Replaces each stretch that the pieces cover, overlapping ones together, by one mark. */  function hide(text, pieces) {
   const covered = [];
   for (const piece of pieces) for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) covered.push({
    start: at,
    end: at + piece.length
   });
   covered.sort((a, b) => a.start - b.start);
   let shown = "";
   let position = 0;
   let open = -1;
   for (const {start, end} of covered) {
    if (start > open) shown += `${text.slice(position, start)}***`;
    open = Math.max(open, end);
    position = open;
   }
   return shown + text.slice(position);
  }
  // src/main.ts
  /** The action's main step: from the inputs to the exit code. */
  function runMain() {
   const beganAtMs = Date.now();
   const startedAt = monotonicClock.now();
   const getRaw = name => getInput(name, {
    trimWhitespace: false
   });
   const secrets = listSecrets(getRaw, process.env);
   const redact = createRedactor(secrets);
   const log = createLog(redact);
   const board = new SessionBoard;
   const stop = new AbortController;
   const hurry = new AbortController;
   const summaryPath = process.env["GITHUB_STEP_SUMMARY"] ?? "";
   const workspace = process.env["GITHUB_WORKSPACE"] || process.cwd();
   const trace = isDebug() ? log.debug : null;
   let verdict = null;
   let ready = null;
   guardProcess({
    isDecided: () => verdict !== null,
    onBroken: cause => void decide({
     kind: "broken",
     cause
    }),
    onLateError: cause => log.warning(`Unexpected error after the verdict, which stands: ${cause}`),
    onSignal: name => {
     hurry.abort();
     decide({
      kind: "cancelled",
      by: name,
      starting: board.starting
     });
    }
   });
   // Before anything else is printed, and behind the guard: a signal may come at any moment.
      maskSecrets(secrets);
   /** Reaches the verdict, once, and does what follows from it. */   async function decide(ending) {
    if (verdict !== null) return;
    const waitedMs = monotonicClock.now() - startedAt;
    const fates = board.listFates(ready?.inputs.passingStatuses ?? []);
    const judged = judge(ending, fates, waitedMs);
    // A key that was given as another input is in the sentence; later it may be escaped beyond recognition.
        const reached = {
     ...judged,
     sentence: redact(judged.sentence)
    };
    verdict = reached;
    process.exitCode = reached.succeeds ? 0 : 1;
    stop.abort();
    try {
     (0, publish_outputs /* publishOutputs */ .e)(reached, fates, log, redact);
     if (ready === null) {
      const {reportBadInput} = await Promise.all([ __nccwpck_require__.e(833), __nccwpck_require__.e(901) ]).then(__nccwpck_require__.bind(__nccwpck_require__, 901));
      const [jobSummary, reportDir] = [ getRaw("job-summary"), getRaw("report-dir") ];
      await reportBadInput(reached, beganAtMs, {
       jobSummary,
       reportDir,
       workspace,
       summaryPath,
       log,
       redact
      });
     } else await concludeStep(reached, fates, {
      ...ready,
      times: {
       beganAtMs,
       waitedMs
      }
     });
    } catch (error) {
     log.warning(`The reports could not be written: ${(0, words /* describeError */ .Uc)(error)}. The verdict stands.`);
    }
    ready?.client.close();
    if (reached.succeeds) log.info(`\u2713 ${reached.sentence}`); else log.error(reached.sentence, "Checkly Gate");
    endProcess();
   }
   async function run() {
    const inputs = (0, read_inputs /* readInputs */ .K)(getRaw, process.env);
    const reportDir = inputs.reportDir === null ? null : (0, report_dir /* makeReportDir */ .G)(inputs.reportDir, workspace);
    trace?.(describeRuntime(process));
    const client = createChecklyClient({
     ...inputs,
     redact,
     trace
    });
    const deadline = startedAt + inputs.timeoutMs;
    const budget = new RequestBudget(monotonicClock, sleepWithTimer, deadline);
    const parts = {
     inputs,
     client,
     budget,
     board,
     log,
     clock: monotonicClock,
     startedAt,
     deadline,
     signal: stop.signal,
     onAwaiting: () => {
      rememberUnfinished(inputs, board.ids);
      rehearseEnd(inputs);
     }
    };
    ready = {
     ...parts,
     redact,
     summaryPath,
     reportDir,
     hurry: hurry.signal
    };
    await decide(await runGate(parts));
   }
   run().catch(error => {
    const message = (0, words /* describeError */ .Uc)(error);
    const cause = error instanceof read_inputs /* InputError */ .d ? message : `Unexpected error: ${message}. Please report it with the log of this step.`;
    return decide({
     kind: "broken",
     cause
    });
   });
  }
  // src/post.ts
  /** All clean-up of a cancelled job shares some minutes; post takes no longer than this, in milliseconds. */
  const POST_MS = 13e4;
  /**
 * The post step: cancels the sessions that main awaited, when main was killed before it could or had no time
 * for all. Best effort: it says why it skips a session, and never fails.
 */  async function runPost() {
   const end = () => {
    process.exitCode = 0;
    endProcess();
   };
   process.on("uncaughtException", end);
   process.on("unhandledRejection", end);
   const ids = listUnfinished();
   if (ids.length > 0) {
    const getRaw = name => getInput(name, {
     trimWhitespace: false
    });
    const secrets = listSecrets(getRaw, process.env);
    maskSecrets(secrets);
    const redact = createRedactor(secrets);
    const log = createLog(redact);
    const trace = isDebug() ? log.debug : null;
    try {
     const client = createChecklyClient({
      ...(0, read_inputs /* readInputs */ .K)(getRaw, process.env),
      redact,
      trace
     });
     log.info(`The step was stopped while it awaited ${(0, words /* countThings */ .Fs)(ids.length, "check session")}: cancelling those that still run. ${CANCEL_NOTE}`);
     await cancelAll(ids, client, log);
    } catch (error) {
     log.info(`Nothing was cancelled: ${(0, words /* describeError */ .Uc)(error)}`);
    }
   }
   end();
  }
  async function cancelAll(ids, client, log) {
   const options = {
    client,
    budget: new RequestBudget(monotonicClock, sleepWithTimer, monotonicClock.now() + POST_MS),
    patienceMs: POST_MS,
    signal: AbortSignal.timeout(POST_MS),
    onCancelled: id => log.info(`Cancel requested: ${id}`),
    onSkipped: (id, reason) => log.info(`Skipped ${id}: ${reason}`)
   };
   const {budget, signal} = options;
   await Promise.all(ids.map(async id => {
    await budget.takeTurn(signal);
    const answer = await client.readSession(id, signal);
    if (answer.kind === "trouble" && answer.rateLimited) budget.reportRefusal(answer.retryAfterMs);
    const ended = answer.kind === "completed" && !statuses /* RUNNING_STATUSES */ .$.has(answer.value.session.status);
    if (ended) log.info(`Skipped ${id}: it has ended, ${answer.value.session.status}`); else await cancelSession(id, options);
   }));
  }
  // src/index.ts
  // One bundle serves main and post, as two would repeat everything; dist/post.js sets the mark and loads it.
  // No environment variable can make a post of main, which would end green without a verdict.
  if ("checklyGateIsPost" in globalThis) runPost(); else runMain();
 })();
 module.exports = __webpack_exports__;
})();

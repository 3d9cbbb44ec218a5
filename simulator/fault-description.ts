import type { JsonObject } from './wire.ts'

/** How a connection ends: properly (FIN) or by a reset (RST; a plain end on TLS). */
export type Ending = 'end' | 'reset'

/** A fault that can be told in JSON. Where no body is given, the API's own answer is what gets spoilt. */
export type FaultDescription =
  /** Another answer, at once: `text` as it is, else `json`, else an `ApiError`; `contentType` is JSON's by default. */
  | {
      kind: 'respond'
      status: number
      headers?: Record<string, string>
      json?: unknown
      text?: string
      contentType?: string
    }
  /** 408 at once, whatever was asked for. */
  | { kind: 'instant-408' }
  /** The API's answer with fields of its body set or removed, e.g. another session's id. */
  | { kind: 'edit'; set?: JsonObject; remove?: string[] }
  /** The API's answer, so many ms later. */
  | { kind: 'delay'; ms: number }
  /** No answer, ever; the connection stays. */
  | { kind: 'hang' }
  /** The connection ends without a byte. */
  | { kind: 'drop'; ending?: Ending }
  /** The API acts on the request, then the connection ends, is reset (the default) or stays, without a byte. */
  | { kind: 'lose-answer'; then?: Ending | 'hold' }
  /** The connection ends in the middle of the headers. */
  | { kind: 'cut-header'; ending?: Ending }
  /** The connection ends after a share (0 to 1, a half by default) of the body; `chunked` without a length. */
  | { kind: 'cut-body'; share?: number; ending?: Ending; chunked?: boolean }
  /** Headers and a share of the body (none by default), then silence. */
  | { kind: 'stall-body'; share?: number }
  /** The body in pieces of some bytes (1 by default), one each so many ms. */
  | { kind: 'drip'; intervalMs: number; bytes?: number }
  /** The body grown to so many bytes with a field that nobody asked for. */
  | { kind: 'huge'; bytes: number }
  /** These characters (Latin-1) as the whole answer, HTTP or not; then the connection ends, is reset or stays. */
  | { kind: 'raw'; text: string; then?: Ending | 'hold' }

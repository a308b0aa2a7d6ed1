import { text } from './messages.js';

/** A failure in words: the server's own, where it gave some. */
export function failureText(error) {
  if (error.detail || !error.happened) return error.message;
  return text(`failure.${error.happened}`, { status: String(error.status ?? '') });
}

// Finds a number whose SHA-256 together with the text begins with so many zero bits. Written out
// because the browser's own SHA-256 answers one question at a time, a hundred times slower.
"use strict";
const K = new Uint32Array(64);
const START = new Uint32Array(8);
(() => {
  // The constants of the standard: fractions of roots of the first primes.
  const fraction = (value) => ((value - Math.floor(value)) * 4294967296) | 0;
  let count = 0;
  for (let number = 2; count < 64; number++) {
    let isPrime = true;
    for (let by = 2; by * by <= number; by++) if (number % by === 0) isPrime = false;
    if (!isPrime) continue;
    if (count < 8) START[count] = fraction(Math.sqrt(number));
    K[count++] = fraction(Math.cbrt(number));
  }
})();

const words = new Uint32Array(64);
const turn = (value, by) => (value >>> by) | (value << (32 - by));

const digest = (bytes) => {
  const length = bytes.length;
  const padded = new Uint8Array(((length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[length] = 128;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, length * 8);
  const state = START.slice();
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15], y = words[i - 2];
      words[i] = words[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) +
        words[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
  }
  return state;
};

addEventListener("message", ({ data: { text, bits } }) => {
  const coder = new TextEncoder();
  for (let number = 0; ; number++)
    if (digest(coder.encode(`${text}:${number}`))[0] >>> (32 - bits) === 0) {
      postMessage(String(number));
      return;
    }
});

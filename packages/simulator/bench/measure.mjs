/** The middle of some numbers. */
export const median = (numbers) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How long one call takes, in microseconds: the middle of many rounds. */
export const microseconds = async (call, { rounds = 15, calls = 200 } = {}) => {
  for (let at = 0; at < calls; at++) await call(at);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (let at = 0; at < calls; at++) await call(at);
    times.push(((performance.now() - start) * 1000) / calls);
  }
  return median(times);
};

/** Says how something compares with what is asked of it. */
export const judge = (name, value, limit, unit, isRight = value <= limit) => {
  const sign = isRight ? "ok  " : "FAIL";
  process.stdout.write(`${sign} ${name}: ${value.toFixed(2)}${unit} (asked: ${limit}${unit})\n`);
  if (!isRight) process.exitCode = 1;
};

/** Says something that nothing is asked of. */
export const tell = (name, text) => process.stdout.write(`     ${name}: ${text}\n`);

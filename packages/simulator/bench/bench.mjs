// All benchmarks of the simulator; each fails where it falls short of what is asked.
await import("./start.mjs");
await import("./lists.mjs");
await import("./http.mjs");

import { run } from "./server/run.js";

void run(process.argv);

#!/usr/bin/env node
import { run } from "./server/run.js";

await run(process.argv);

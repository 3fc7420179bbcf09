import { parentPort, workerData } from 'node:worker_threads';
import { verdictOn } from './verdict.ts';

/* The thread that looks at a station's database, whose file it is given, once. */

parentPort?.postMessage(verdictOn(workerData as string));

import { spawnSync } from 'node:child_process';

/** Whether strace is installed and may trace here: a container may forbid it. */
export function mayTrace(): boolean {
  return spawnSync('strace', ['-f', '-o', '/dev/null', '--seccomp-bpf', 'true']).status === 0;
}

// Loaded into each process of the local stack: when the one that started it is gone, however it
// ended, this process ends too. The pipe on standard input closes at that moment.
process.stdin.on('error', () => {});
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.resume();
process.stdin.unref?.();

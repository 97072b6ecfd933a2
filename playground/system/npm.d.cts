export function explainNpm(output: string, folder: string): string | undefined;
export function installFromLock(args: string[], cwd: string): string | undefined;
export function isRegistryReachable(): boolean;

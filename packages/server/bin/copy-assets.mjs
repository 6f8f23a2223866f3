/** Part of `npm run build`: what the compiler does not copy. */
import { cpSync } from 'node:fs';

const at = (path) => new URL(path, import.meta.url);
cpSync(at('../src/pages/assets/'), at('../dist/pages/assets/'), { recursive: true });

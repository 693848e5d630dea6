import { config } from 'zod';

// zod speeds itself up with `new Function`, which our Content-Security-Policy forbids. It decides
// when a schema is made: this module must be the first import of the entry.
config({ jitless: true });

import { config } from 'zod';

// zod speeds itself up with `new Function`, which the console's Content-Security-Policy forbids. It
// decides when a schema is made, so a page with such a policy imports this before any other schema.
config({ jitless: true });

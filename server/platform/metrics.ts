import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Where features add their own. Labels never carry an id, a name or words of a person. */
  readonly registry: Registry;
  timeAnswer(method: string, route: string, status: number, seconds: number): void;
  /** Open live connections, counted when asked. */
  watchConnections(count: () => number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'carrel_http_answer_seconds',
    help: 'Time from a request to its answer, by route; the availability look-up is not timed.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10, 30],
    registers: [registry],
  });
  return {
    registry,
    timeAnswer: (method, route, status, seconds) => {
      answers.labels(method, route, String(status)).observe(seconds);
    },
    watchConnections(count) {
      const gauge: Gauge = new Gauge({
        name: 'carrel_socket_connections',
        help: 'Live connections of patrons and staff to this process.',
        registers: [registry],
        collect: (): void => gauge.set(count()),
      });
    },
  };
}

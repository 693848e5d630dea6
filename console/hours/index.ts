export { HoursForm } from './hours-form.tsx';
export { HoursReading } from './hours-reading.tsx';
export { TimeZoneField } from './time-zone-field.tsx';

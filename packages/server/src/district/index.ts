export type { FactReference, ProviderFactory } from './district.ts';
export { DistrictChanged, type DistrictDatabase, type OpenDistricts, openDistricts } from './districts.ts';
export { type DistrictFault, DistrictsRefused } from './faults.ts';
export { type Catalogue, EXAMPLES, readDistricts } from './read.ts';

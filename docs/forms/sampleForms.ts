import type { SampleForm } from './form.ts';
import { construction } from './list/construction.ts';
import { discharge } from './list/discharge.ts';
import { fireSafety } from './list/fireSafety.ts';
import { food } from './list/food.ts';
import { hotel } from './list/hotel.ts';
import { internetCafe } from './list/internetCafe.ts';
import { labourDispatch } from './list/labourDispatch.ts';
import { medical } from './list/medical.ts';
import { pharmacy } from './list/pharmacy.ts';
import { proxy } from './list/proxy.ts';
import { publicHygiene } from './list/publicHygiene.ts';
import { roadFreight } from './list/roadFreight.ts';
import { roadWorks } from './list/roadWorks.ts';
import { tobacco } from './list/tobacco.ts';
import { travelAgency } from './list/travelAgency.ts';
import { water } from './list/water.ts';

/** Every form of the sample catalogue, with what a practised applicant would fill in. */
export const sampleForms: readonly SampleForm[] = [
  ...food,
  ...medical,
  ...pharmacy,
  ...fireSafety,
  ...construction,
  ...roadFreight,
  ...tobacco,
  ...labourDispatch,
  ...travelAgency,
  ...hotel,
  ...publicHygiene,
  ...internetCafe,
  ...water,
  ...discharge,
  ...roadWorks,
  ...proxy,
];

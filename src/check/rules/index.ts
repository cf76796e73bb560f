import { duplicateBase } from './across/duplicate-base.ts';
import { implementationCodeMatchesAgency } from './across/implementation-code-matches-agency.ts';
import { levelsDoNotAnswer } from './across/levels-do-not-answer.ts';
import { oneMatterTwoAuthorities } from './across/one-matter-two-authorities.ts';
import { onePermitManyNames } from './across/one-permit-many-names.ts';
import { preconditionCycle } from './across/precondition-cycle.ts';
import { preconditionHeldElsewhere } from './across/precondition-held-elsewhere.ts';
import { sameCodeOtherName } from './across/same-code-other-name.ts';
import { sameMaterialManyNames } from './across/same-material-many-names.ts';
import { sameNameOtherCode } from './across/same-name-other-code.ts';
import { statutoryDiffersBetweenLayers } from './across/statutory-differs-between-layers.ts';
import { acceptsAndDeliversOne } from './authority/accepts-and-delivers-one.ts';
import { bodyKindMatchesPower } from './authority/body-kind-matches-power.ts';
import { decisionByDecidingBody } from './authority/decision-by-deciding-body.ts';
import { entrustingBodyNamed } from './authority/entrusting-body-named.ts';
import { firstReviewBelowDecision } from './authority/first-review-below-decision.ts';
import { oneLeadAmongJoint } from './authority/one-lead-among-joint.ts';
import { basisArticleExists } from './basis/basis-article-exists.ts';
import { basisCitedOnce } from './basis/basis-cited-once.ts';
import { basisInForce } from './basis/basis-in-force.ts';
import { basisNamesArticle } from './basis/basis-names-article.ts';
import { establishingBasisCovers } from './basis/establishing-basis-covers.ts';
import { establishingBasisPresent } from './basis/establishing-basis-present.ts';
import { establishingBasisRank } from './basis/establishing-basis-rank.ts';
import { localBasisInItsPlace } from './basis/local-basis-in-its-place.ts';
import { lowerRankAdds } from './basis/lower-rank-adds.ts';
import { noLocalEnterpriseRegistration } from './basis/no-local-enterprise-registration.ts';
import { provisionalWithinAYear } from './basis/provisional-within-a-year.ts';
import { bundleExcludedNoMember } from './bundles/bundle-excluded-no-member.ts';
import { bundleInspectsWhatIsInspected } from './bundles/bundle-inspects-what-is-inspected.ts';
import { bundleLeadDecides } from './bundles/bundle-lead-decides.ts';
import { bundleMembersDoNotCircle } from './bundles/bundle-members-do-not-circle.ts';
import { bundleMembersImplemented } from './bundles/bundle-members-implemented.ts';
import { bundleParallelIsResult } from './bundles/bundle-parallel-is-result.ts';
import { bundlePromiseReachable } from './bundles/bundle-promise-reachable.ts';
import { bundlePromiseSaves } from './bundles/bundle-promise-saves.ts';
import { bundleSameMaterialShared } from './bundles/bundle-same-material-shared.ts';
import { bundleSealHasPower } from './bundles/bundle-seal-has-power.ts';
import { bundleSharedIsAsked } from './bundles/bundle-shared-is-asked.ts';
import { bundleWithin45Days } from './bundles/bundle-within-45-days.ts';
import { caseWithoutDecision } from './cases/case-without-decision.ts';
import { caseWithoutMaterials } from './cases/case-without-materials.ts';
import { exampleHolds } from './cases/example-holds.ts';
import { feeQuantityAsked } from './cases/fee-quantity-asked.ts';
import { feeTiersRise } from './cases/fee-tiers-rise.ts';
import { optionsAlike } from './cases/options-alike.ts';
import { optionsMetByExamples } from './cases/options-met-by-examples.ts';
import { questionDecidesNothing } from './cases/question-decides-nothing.ts';
import { rangesMeet } from './cases/ranges-meet.ts';
import { stepWaitsForNothing } from './cases/step-waits-for-nothing.ts';
import { tooManyCases } from './cases/too-many-cases.ts';
import { whenNeverHolds } from './cases/when-never-holds.ts';
import { codesWellformed } from './codes/codes-wellformed.ts';
import { catchAllCondition } from './conditions/catch-all-condition.ts';
import { conditionBasisRank } from './conditions/condition-basis-rank.ts';
import { conditionProofHasMaterial } from './conditions/condition-proof-has-material.ts';
import { conditionsHaveBasis } from './conditions/conditions-have-basis.ts';
import { filingThatCanBeRefused } from './conditions/filing-that-can-be-refused.ts';
import { noCompulsoryTraining } from './conditions/no-compulsory-training.ts';
import { noDesignatedSeller } from './conditions/no-designated-seller.ts';
import { noOutsidersShutOut } from './conditions/no-outsiders-shut-out.ts';
import { noTechnologyTransfer } from './conditions/no-technology-transfer.ts';
import { feeAmountNotZero } from './fees/fee-amount-not-zero.ts';
import { feeBasisRank } from './fees/fee-basis-rank.ts';
import { feeSaysWherePaid } from './fees/fee-says-where-paid.ts';
import { feeStandardHasBasis } from './fees/fee-standard-has-basis.ts';
import { feeStandardInFigures } from './fees/fee-standard-in-figures.ts';
import { formsAreFree } from './fees/forms-are-free.ts';
import { hearingIsFree } from './fees/hearing-is-free.ts';
import { noPlaceholderText } from './language/no-placeholder-text.ts';
import { overLongSentence } from './language/over-long-sentence.ts';
import { translationCurrent } from './language/translation-current.ts';
import { undefinedShortName } from './language/undefined-short-name.ts';
import { unpairedMarks } from './language/unpaired-marks.ts';
import { vagueWords } from './language/vague-words.ts';
import { layerAdds } from './layers/layer-adds.ts';
import { layerChangesFixed } from './layers/layer-changes-fixed.ts';
import { layerDemandsMore } from './layers/layer-demands-more.ts';
import { layerDropsWhatStands } from './layers/layer-drops-what-stands.ts';
import { layerGroundsPointSomewhere } from './layers/layer-grounds-point-somewhere.ts';
import { layerGroundsSufficient } from './layers/layer-grounds-sufficient.ts';
import { layerLengthensLimit } from './layers/layer-lengthens-limit.ts';
import { layerRaisesFee } from './layers/layer-raises-fee.ts';
import { layerSaysTheSame } from './layers/layer-says-the-same.ts';
import { layerUnlikeUnits } from './layers/layer-unlike-units.ts';
import { objectionBindsToField } from './layers/objection-binds-to-field.ts';
import { objectionOpen } from './layers/objection-open.ts';
import { acceptanceWithinFiveDays } from './limits/acceptance-within-five-days.ts';
import { calendarDaysNeedBasis } from './limits/calendar-days-need-basis.ts';
import { deliveryWithinTen } from './limits/delivery-within-ten.ts';
import { excludedOnlySpecialSteps } from './limits/excluded-only-special-steps.ts';
import { extensionWithinTen } from './limits/extension-within-ten.ts';
import { firstReviewWithinTwenty } from './limits/first-review-within-twenty.ts';
import { instantPromisesZero } from './limits/instant-promises-zero.ts';
import { instantWithoutSpecialSteps } from './limits/instant-without-special-steps.ts';
import { laxLimit } from './limits/lax-limit.ts';
import { longLimitNeedsLaw } from './limits/long-limit-needs-law.ts';
import { promisedWithinStatutory } from './limits/promised-within-statutory.ts';
import { cancelledNotHandled } from './lists/cancelled-not-handled.ts';
import { decisionHasTarget } from './lists/decision-has-target.ts';
import { lineHasProcedure } from './lists/line-has-procedure.ts';
import { lineSaysTheSame } from './lists/line-says-the-same.ts';
import { permitOnTheList } from './lists/permit-on-the-list.ts';
import { catchAllMaterial } from './materials/catch-all-material.ts';
import { copiesInReason } from './materials/copies-in-reason.ts';
import { electronicLicenceNotOnPaper } from './materials/electronic-licence-not-on-paper.ts';
import { formProvided } from './materials/form-provided.ts';
import { intermediaryBasisRank } from './materials/intermediary-basis-rank.ts';
import { intermediaryMaterialHasService } from './materials/intermediary-material-has-service.ts';
import { materialAskedTwice } from './materials/material-asked-twice.ts';
import { materialBasisRank } from './materials/material-basis-rank.ts';
import { materialTied } from './materials/material-tied.ts';
import { ownDocumentNotAsked } from './materials/own-document-not-asked.ts';
import { proofNeedsLaw } from './materials/proof-needs-law.ts';
import { sampleFormProvided } from './materials/sample-form-provided.ts';
import { sharedMaterialNotAsked } from './materials/shared-material-not-asked.ts';
import { hearingHostNotExaminer } from './procedure/hearing-host-not-examiner.ts';
import { hearingTimes } from './procedure/hearing-times.ts';
import { qualificationByExamination } from './procedure/qualification-by-examination.ts';
import { registrationOnTheSpot } from './procedure/registration-on-the-spot.ts';
import { resourceByCompetition } from './procedure/resource-by-competition.ts';
import { specialStepStatesDays } from './procedure/special-step-states-days.ts';
import { stepsReachAll } from './procedure/steps-reach-all.ts';
import { stepsWithinPromise } from './procedure/steps-within-promise.ts';
import { supplementOnce } from './procedure/supplement-once.ts';
import { twoStaffOnSite } from './procedure/two-staff-on-site.ts';
import { verificationByTesting } from './procedure/verification-by-testing.ts';
import { allotmentByOrder } from './quantity/allotment-by-order.ts';
import { quantityBasisRank } from './quantity/quantity-basis-rank.ts';
import { abolishedNotRun } from './reform/abolished-not-run.ts';
import { commitmentKeepsSupervision } from './reform/commitment-keeps-supervision.ts';
import { enterpriseItemHasWay } from './reform/enterprise-item-has-way.ts';
import { reformSaysHow } from './reform/reform-says-how.ts';
import { certificateByName } from './result/certificate-by-name.ts';
import { renewalThirtyDays } from './result/renewal-thirty-days.ts';
import { renewalTold } from './result/renewal-told.ts';
import { territoryFitsBasis } from './result/territory-fits-basis.ts';
import { validityHasBasis } from './result/validity-has-basis.ts';
import { faqPresent } from './service/faq-present.ts';
import { handledAtWindowByTwoPosts } from './service/handled-at-window-by-two-posts.ts';
import { inCentreHasWindow } from './service/in-centre-has-window.ts';
import { noVisitsNeedChannel } from './service/no-visits-need-channel.ts';
import { notInCentreHasReason } from './service/not-in-centre-has-reason.ts';
import { onlineDepthFitsVisits } from './service/online-depth-fits-visits.ts';
import { phonesBothDifferent } from './service/phones-both-different.ts';
import { visitsHaveReason } from './service/visits-have-reason.ts';
import { windowDelegationDocumented } from './service/window-delegation-documented.ts';
import { certificateInTime } from './staff/certificate-in-time.ts';
import { examinerQualificationNamed } from './staff/examiner-qualification-named.ts';
import { postHasValidHolder } from './staff/post-has-valid-holder.ts';
import { stepPostKnown } from './staff/step-post-known.ts';
import { annualInspectionBasisRank } from './supervision/annual-inspection-basis-rank.ts';
import { annualInspectionFree } from './supervision/annual-inspection-free.ts';
import { remediesPresent } from './supervision/remedies-present.ts';
import { remedyPeriods } from './supervision/remedy-periods.ts';
import { supervisionMeasuresHaveBasis } from './supervision/supervision-measures-have-basis.ts';
import type { Rule } from './rule.ts';

/** All rules, by family in the order of `families`; within a family in the order of the articles they follow from. */
export const rules: readonly Rule[] = [
  // basis
  establishingBasisPresent,
  establishingBasisRank,
  noLocalEnterpriseRegistration,
  provisionalWithinAYear,
  lowerRankAdds,
  establishingBasisCovers,
  basisInForce,
  basisArticleExists,
  basisCitedOnce,
  basisNamesArticle,
  localBasisInItsPlace,
  // authority
  bodyKindMatchesPower,
  entrustingBodyNamed,
  decisionByDecidingBody,
  acceptsAndDeliversOne,
  oneLeadAmongJoint,
  firstReviewBelowDecision,
  // conditions
  filingThatCanBeRefused,
  noOutsidersShutOut,
  conditionsHaveBasis,
  conditionBasisRank,
  noDesignatedSeller,
  conditionProofHasMaterial,
  catchAllCondition,
  noTechnologyTransfer,
  noCompulsoryTraining,
  // materials
  copiesInReason,
  formProvided,
  catchAllMaterial,
  materialBasisRank,
  sampleFormProvided,
  materialTied,
  materialAskedTwice,
  sharedMaterialNotAsked,
  ownDocumentNotAsked,
  electronicLicenceNotOnPaper,
  intermediaryBasisRank,
  intermediaryMaterialHasService,
  proofNeedsLaw,
  // procedure
  stepsWithinPromise,
  stepsReachAll,
  supplementOnce,
  twoStaffOnSite,
  specialStepStatesDays,
  hearingTimes,
  hearingHostNotExaminer,
  resourceByCompetition,
  qualificationByExamination,
  verificationByTesting,
  registrationOnTheSpot,
  // limits
  acceptanceWithinFiveDays,
  promisedWithinStatutory,
  excludedOnlySpecialSteps,
  instantPromisesZero,
  instantWithoutSpecialSteps,
  longLimitNeedsLaw,
  extensionWithinTen,
  laxLimit,
  firstReviewWithinTwenty,
  deliveryWithinTen,
  calendarDaysNeedBasis,
  // fees
  feeBasisRank,
  hearingIsFree,
  formsAreFree,
  feeStandardHasBasis,
  feeStandardInFigures,
  feeAmountNotZero,
  feeSaysWherePaid,
  // cases
  questionDecidesNothing,
  optionsAlike,
  tooManyCases,
  caseWithoutMaterials,
  stepWaitsForNothing,
  whenNeverHolds,
  rangesMeet,
  exampleHolds,
  optionsMetByExamples,
  caseWithoutDecision,
  feeTiersRise,
  feeQuantityAsked,
  // result
  certificateByName,
  territoryFitsBasis,
  renewalThirtyDays,
  renewalTold,
  validityHasBasis,
  // quantity
  quantityBasisRank,
  allotmentByOrder,
  // service
  visitsHaveReason,
  handledAtWindowByTwoPosts,
  windowDelegationDocumented,
  noVisitsNeedChannel,
  faqPresent,
  onlineDepthFitsVisits,
  notInCentreHasReason,
  inCentreHasWindow,
  phonesBothDifferent,
  // supervision
  remediesPresent,
  remedyPeriods,
  annualInspectionFree,
  supervisionMeasuresHaveBasis,
  annualInspectionBasisRank,
  // reform
  enterpriseItemHasWay,
  commitmentKeepsSupervision,
  reformSaysHow,
  abolishedNotRun,
  // staff
  stepPostKnown,
  examinerQualificationNamed,
  postHasValidHolder,
  certificateInTime,
  // codes
  codesWellformed,
  // language
  vagueWords,
  translationCurrent,
  undefinedShortName,
  overLongSentence,
  unpairedMarks,
  noPlaceholderText,
  // layers
  layerChangesFixed,
  layerAdds,
  layerDropsWhatStands,
  layerGroundsSufficient,
  layerDemandsMore,
  layerLengthensLimit,
  layerRaisesFee,
  layerUnlikeUnits,
  layerGroundsPointSomewhere,
  layerSaysTheSame,
  objectionBindsToField,
  objectionOpen,
  // lists
  permitOnTheList,
  lineHasProcedure,
  lineSaysTheSame,
  cancelledNotHandled,
  decisionHasTarget,
  // across
  duplicateBase,
  oneMatterTwoAuthorities,
  preconditionHeldElsewhere,
  statutoryDiffersBetweenLayers,
  onePermitManyNames,
  levelsDoNotAnswer,
  sameMaterialManyNames,
  sameCodeOtherName,
  sameNameOtherCode,
  implementationCodeMatchesAgency,
  preconditionCycle,
  // bundles
  bundleMembersImplemented,
  bundleSealHasPower,
  bundleLeadDecides,
  bundleExcludedNoMember,
  bundleSharedIsAsked,
  bundleSameMaterialShared,
  bundleWithin45Days,
  bundlePromiseReachable,
  bundlePromiseSaves,
  bundleInspectsWhatIsInspected,
  bundleMembersDoNotCircle,
  bundleParallelIsResult,
];

export { families, type Family } from './families.ts';
export type * from './rule.ts';

package dev.assay.ask.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Questions over many tables in three languages; what is wrong and the ratios are printed. */
class QuestionSuiteTest {
  @Test
  void answersTheQuestionsThatItWasMadeWith() {
    assertHolds(QuestionSuite.run("/ask/suite.txt", System.out), 300);
  }

  @Test
  void answersQuestionsThatWereHeldOut() {
    assertHolds(QuestionSuite.run("/ask/heldout.txt", System.out), 80);
  }

  @Test
  void answersQuestionsOverTablesThatWereHeldOutToo() {
    assertHolds(QuestionSuite.run("/ask/heldout-2.txt", System.out), 80);
  }

  @Test
  void answersQuestionsThatWereHeldOutToTheEnd() {
    assertHolds(QuestionSuite.run("/ask/heldout-3.txt", System.out), 80);
  }

  @Test
  void answersQuestionsOverTablesWithTwoDatesAndTwoAmounts() {
    assertHolds(QuestionSuite.run("/ask/heldout-4.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOverTablesThatNobodyHadSeen() {
    assertHolds(QuestionSuite.run("/ask/heldout-5.txt", System.out), 60);
  }

  @Test
  void answersQuestionsOfALibraryMetersHotelsAndAWorkshop() {
    assertHolds(QuestionSuite.run("/ask/heldout-6.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOfAnAuctionHouseAndACourt() {
    assertHolds(QuestionSuite.run("/ask/heldout-7.txt", System.out), 50);
  }

  @Test
  void answersQuestionsOfAFleetAndOfFarms() {
    assertHolds(QuestionSuite.run("/ask/heldout-8.txt", System.out), 50);
  }

  @Test
  void answersQuestionsOfFlightsAndOfFootballMatches() {
    assertHolds(QuestionSuite.run("/ask/heldout-9.txt", System.out), 50);
  }

  @Test
  void answersQuestionsOfGymMembershipsAndOfHomes() {
    assertHolds(QuestionSuite.run("/ask/heldout-10.txt", System.out), 50);
  }

  @Test
  void answersQuestionsOfInsuranceClaimsAndOfCinemas() {
    assertHolds(QuestionSuite.run("/ask/heldout-11.txt", System.out), 50);
  }

  @Test
  void answersQuestionsThatOthersWrote() {
    assertHolds(QuestionSuite.run("/ask/others.txt", System.out), 55);
  }

  @Test
  void answersQuestionsOfDonationsAndOfAPharmacy() {
    assertHolds(QuestionSuite.run("/ask/heldout-12.txt", System.out), 40);
  }

  @Test
  void answersQuestionsOfAVetRecruitingTreesFinesAndBikes() {
    assertHolds(QuestionSuite.run("/ask/round-a.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOfARestaurantAFactoryBloodFiresAndAds() {
    assertHolds(QuestionSuite.run("/ask/round-b.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOfReleasesNewsWasteCardsCoursesAndPermits() {
    assertHolds(QuestionSuite.run("/ask/round-c.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOfHoursDealsWaterPurchasesRentalsAndCalls() {
    assertHolds(QuestionSuite.run("/ask/round-d.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOfParkingOutagesInspectionsExportsAndReturns() {
    assertHolds(QuestionSuite.run("/ask/round-e.txt", System.out), 120);
  }

  @Test
  void answersQuestionsOfChartersGrantsLiftsDrivingTestsCustomsAndDentists() {
    assertHolds(QuestionSuite.run("/ask/round-f.txt", System.out), 120);
  }

  private static void assertHolds(QuestionSuite.Score score, int questions) {
    assertThat(score.questions()).isGreaterThanOrEqualTo(questions);
    assertThat(score.clear()).isGreaterThanOrEqualTo(0.98);
    assertThat(score.right()).isGreaterThanOrEqualTo(0.92);
    assertThat(score.coverage()).isGreaterThanOrEqualTo(0.7);
  }
}

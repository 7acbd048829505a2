@missions
Feature: The report of a mission
  What a mission did, found and decided can be had as one document, which says the same as the
  mission's own lists.

  Background:
    Given Priya runs missions at Acme

  @REP-013 @critical @e2e @requires.database @requires.stand_ins
  Scenario: The report of a completed mission says what its lists say
    Given Sara is a supervisor at Acme
    And Acme knows the risky rule "Reset of the controller"
    And a mission "Survey of Dock 4" over 2 targets with the goal reach_all_targets
    And its first target lacks a content security policy
    And "Survey of Dock 4" waits for approval
    And Sara approves it
    And "Survey of Dock 4" waits for approval
    And Sara rejects it with the words "Ships are unloading"
    And it has completed
    Then its report says what its record and its lists say, and is whole

  @REP-014 @critical @contract @requires.database @requires.stand_ins
  Scenario Outline: The report can be had as a file, whole and as long as announced
    Given a mission "<b>Dock</b> & 'four'" over 1 target
    And a rule "=SUM(A1)" that recommends <script>alert(1)</script>, "two" & more
    And it has been run
    When Priya fetches its report as <form>
    Then she gets a file of the kind <kind>, as long as announced
    And every value stands in the <form> as it is, and nothing in it is code

    Examples: both kinds of files
      | form | kind      |
      | html | text/html |
      | csv  | text/csv  |

  @REP-014 @normal @contract @requires.database @requires.stand_ins
  Scenario: What people wrote stands in the report as they wrote it
    Given a mission "<b>Dock</b> & 'four'" over 1 target
    And a rule "=SUM(A1)" that recommends <script>alert(1)</script>, "two" & more
    And it has been run
    When Priya fetches its report as json
    Then every value stands in the json as it is, and nothing in it is code

  @REP-014 @critical @contract @requires.database @requires.stand_ins
  Scenario: The report as a table has one row a finding, and no formula
    Given a rule "=SUM(A1)" that recommends to look, "as usual"
    And a mission "Survey of Dock 4" over 2 targets
    And it has been run
    When Priya fetches its report as csv
    Then the columns of the file are Target, Code, Title, Severity, Status, Evidence, Recommendation, First Seen
    And the file has a row for each finding, with "'=SUM(A1)" as its title

  @REP-015 @normal @integration @requires.database @requires.stand_ins
  Scenario Outline: The report of a mission that has not completed is marked partial
    Given a mission "Survey of Dock 4" that is <state>
    Then its report is <report>

    Examples: where it stands
      | state     | report  |
      | paused    | partial |
      | stopped   | partial |
      | failed    | partial |
      | completed | whole   |

  @REP-015 @normal @integration @requires.database @requires.stand_ins
  Scenario Outline: A mission that has not come far enough has no report
    Given a mission "Survey of Dock 4" that is <state>
    When Priya tries to fetch its report
    Then she is refused as impossible in its present state

    Examples: where it stands
      | state             |
      | created           |
      | running           |
      | awaiting_approval |

  @MIS-034 @critical @security @requires.database @requires.stand_ins
  Scenario: Another tenant's report does not exist
    Given a mission "Survey of Dock 4" that is completed
    And Gleb runs missions at Globex
    When Gleb tries to fetch the report of "Survey of Dock 4"
    Then he is refused as unknown

  @REP-013 @critical @integration @requires.database @requires.stand_ins
  Scenario: What turned out to be none stands in the report too
    Given a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    When Priya marks the finding as a false positive with the words "The proxy adds it"
    Then its report says what its record and its lists say, and is whole

  @REP-014 @critical @security @requires.database @requires.stand_ins
  Scenario: What a target answers is no code in the report
    Given a rule "Sign at the gate" that checks for a header X-Powered-By like dock
    And a mission "Survey of Dock 4" over 1 target
    And its first target shows the header X-Powered-By: <script>dock</script>
    And it has been run
    When Priya fetches its report as html
    Then every value stands in the html as it is, and nothing in it is code

  @REP-014 @normal @security @requires.database @requires.stand_ins
  Scenario Outline: No sign makes a formula of what people wrote
    Given a rule "<sign>SUM(A1)" that recommends to look
    And a mission "Survey of Dock 4" over 1 target
    And it has been run
    When Priya fetches its report as csv
    Then the file has a row for each finding, with "'<sign>SUM(A1)" as its title

    Examples: the signs with which a formula begins
      | sign |
      | =    |
      | +    |
      | -    |
      | @    |

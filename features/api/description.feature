@api
Feature: The interface is as it is described
  The platform publishes a description of every operation. Whatever is asked for, and whether it is
  granted or refused, the answer is as that description says: its status, its kind of content, its shape.

  @API-023 @blocker @contract @requires.database @requires.platform_key @requires.stand_ins
  Scenario: Whatever is asked for, the answer is as the platform describes it
    Given Ada is an administrator at Acme
    And Priya runs missions at Acme
    And a mission "Round of the gates" over 1 target
    And its first target lacks a content security policy
    And it has been run
    When everything that the description lists is asked for, by nobody, in vain, and by Ada for what there is
    Then each answer is as the description says

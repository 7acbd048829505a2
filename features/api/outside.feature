@api
Feature: Whom the platform turns to
  The platform opens connections to what it was told of, its datastores, its mail server, the targets
  of a mission, and to nobody else: neither when it starts nor later.

  @API-052 @critical @security @requires.database @requires.faults @requires.mail @requires.stand_ins
  Scenario: From its start to the end of a survey the platform turns to nobody that it was not told of
    Given whom the platform turns to is noted
    And Priya runs missions at Acme
    And a mission "Survey of Dock 4" over 2 targets
    When the platform is restarted
    And Priya renames "Survey of Dock 4" to "Survey of Dock 5"
    And Priya starts it
    Then within 30 seconds it completes
    And the platform has turned to nobody but its datastores, its mail server and the mission's targets

@exports
Feature: Projects
  A project holds repositories, technologies and analyses. Its owner and name together are a
  tenant's only ones.

  Background:
    Given Priya runs missions at Acme

  @EXP-031 @critical @integration @requires.database
  Scenario: A project is added, renamed and found
    When Priya adds the project "Harbour lights"
      | owner       | description     |
      | Dock Office | Lamps and gates |
    Then the project reads exactly
      | name           | owner       | description     |
      | Harbour lights | Dock Office | Lamps and gates |
    When Priya changes the project
      | name          |
      | Harbour gates |
    Then the project reads exactly
      | name          | owner       | description     |
      | Harbour gates | Dock Office | Lamps and gates |
    And Priya finds the projects "Harbour gates"

  @EXP-031 @normal @integration @requires.database
  Scenario: Projects are searched by name, owner and description
    Given Priya has the project "Harbour lights"
      | owner  | description  |
      | Office | North pier   |
    And Priya has the project "Cranes"
      | owner  | description  |
      | Pier   | Of the docks |
    And Gleb runs missions at Globex
    Then asking Priya's list of projects gives, newest first
      | asked for | found                  |
      | q pier    | Cranes, Harbour lights |
      | q LIGHTS  | Harbour lights         |
      | q docks   | Cranes                 |
      | q ship    |                        |
    And Gleb finds no projects

  @EXP-031 @normal @contract @requires.database
  Scenario: A project has a name and an owner
    When Priya tries to add the project ""
    Then she is refused as incomplete, since name is too short
    When she tries to add the project "Harbour lights"
      | owner |
      | null  |
    Then she is refused as incomplete, since owner is required
    When she tries to add a project with a name of 256 characters
    Then she is refused as incomplete, since name is too long
    And she finds no projects
    When she tries to add a project with a name of 255 characters
    Then she succeeds

  @EXP-040 @critical @integration @requires.database
  Scenario: An owner has one project of a name, in whatever case
    Given Priya has the project "Harbour Lights"
      | owner     |
      | Œuvre Ltd |
    When Priya tries to add the project "harbour lights"
      | owner     |
      | œuvre LTD |
    Then she is refused as already used
    And Priya finds the projects "Harbour Lights"
    When she tries to add the project "harbour lights"
      | owner  |
      | Others |
    Then she succeeds

  @EXP-040 @critical @concurrency @requires.database
  Scenario: Of a project added five times at once there is one
    When Priya tries to add the project "Harbour lights" 5 times at the same moment
    Then exactly 1 of them is accepted
    And the other 4 are refused as already used
    And Priya finds the projects "Harbour lights"

  @EXP-040 @normal @integration @requires.database
  Scenario: No project gets the name of another, but for one of another tenant
    Given Priya has the project "Harbour lights"
    And Priya has the project "Cranes"
    And Gleb runs missions at Globex
    When Priya tries to change the project "Cranes"
      | name           |
      | HARBOUR LIGHTS |
    Then she is refused as already used
    And nothing about the project "Cranes" has changed
    When Gleb tries to add the project "Harbour lights"
    Then he succeeds

  @EXP-037 @critical @integration @requires.database
  Scenario: The numbers of a project follow what is added and deleted
    Given Priya has the project "Harbour lights"
    And Priya has the repository "lamps"
    And Priya has the technology "Sonar"
    And Priya has a complete analysis
    Then the numbers of the project are soon
      | repository_count | technology_count | analysis_count | job_count | outdated_dependency_count |
      | 1                | 1                | 1              | 0         | 2                         |
    When Priya deletes the repository
    And she deletes the technology
    And she tries to delete the analysis
    Then she succeeds
    And the numbers of the project are soon
      | repository_count | technology_count | analysis_count | job_count | outdated_dependency_count |
      | 0                | 0                | 0              | 0         | 0                         |

  @EXP-037 @critical @integration @requires.database
  Scenario: The numbers of a project follow its jobs
    Given Priya has the repository "lamps"
    And Priya plans to have the repository analysed
    Then the numbers of the project are soon
      | repository_count | technology_count | analysis_count | job_count | outdated_dependency_count |
      | 1                | 0                | 0              | 1         | 0                         |
    When Priya drops the plan
    Then the numbers of the project are soon
      | repository_count | technology_count | analysis_count | job_count | outdated_dependency_count |
      | 1                | 0                | 0              | 0         | 0                         |

  @EXP-036 @critical @integration @requires.database
  Scenario: A project is deleted with all that is under it
    Given Priya has the project "Harbour lights"
    And Priya has the repository "lamps"
    And Priya has the technology "Sonar"
    And Priya has an analysis of the repository
    And Priya plans to have the repository analysed
    When Priya deletes the project
    Then all that is under the project is unknown to Priya
    And the plan is unknown to Priya
    And Priya finds no repositories
    And she finds no technologies
    And she finds no analysis

  @EXP-058 @blocker @security @requires.database
  Scenario: Nothing of another tenant's project is read, changed, deleted or exported
    Given Priya has the project "Harbour lights"
    And Priya has the repository "lamps"
    And Priya has the technology "Sonar"
    And Priya has a complete analysis
    And Gleb runs missions at Globex
    And what Acme has is noted
    When Gleb tries everything with what is under the project
    Then each of it is refused exactly as for an id that nobody has
    And what Acme has is as it was

  @SUI-023 @normal @integration @requires.database
  Scenario: One sentence builds each kind of record, and says of it what it likes
    Given Priya has the technology "Sonar"
      | priority |
      | 1        |
    And Priya has the repository "lamps"
    And Priya has a complete analysis
      | analysis_duration_ms |
      | 7                    |
    Then the technology reads exactly
      | title | domain         | status    | relevance_score | priority |
      | Sonar | infrastructure | discovery | 50              | 1        |
    And the repository reads exactly
      | name  | owner         | file_count | size_bytes |
      | lamps | harbour-works | 0          | 0          |
    And the analysis reads as it was sent

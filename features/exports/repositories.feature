@exports
Feature: Repositories
  A repository of a project holds files, which the platform analyses. Its owner and name are letters,
  digits and hyphens between them.

  Background:
    Given Priya runs missions at Acme
    And Priya has the project "Harbour lights"

  @EXP-032 @critical @integration @requires.database
  Scenario: A repository is added, changed and deleted
    When Priya adds the repository "lamps"
      | owner |
      | docks |
    Then the repository reads exactly
      | name  | owner | file_count | size_bytes |
      | lamps | docks | 0          | 0          |
    When Priya changes the repository
      | name    |
      | lamps-2 |
    Then the repository reads exactly
      | name    | owner | file_count | size_bytes |
      | lamps-2 | docks | 0          | 0          |
    And Priya finds the repositories "lamps-2"
    When Priya deletes the repository
    Then the repository is unknown to Priya
    And Priya finds no repositories

  @EXP-032 @critical @contract @requires.database
  Scenario Outline: A repository's name is letters, digits and hyphens between them
    When Priya tries to add the repository "<name>"
    Then she is refused as incomplete, since name is <fault>
    And she finds no repositories

    Examples: signs that no name has, and too few
      | name   | fault     |
      | la.mps | malformed |
      | la_mps | malformed |
      | -lamps | malformed |
      | lamps- | malformed |
      | lämps  | malformed |
      | l      | too short |

  @EXP-032 @normal @contract @requires.database
  Scenario: A repository's name has 2 to 100 characters
    When Priya tries to add a repository with a name of 101 characters
    Then she is refused as incomplete, since name is too long
    When she tries to add a repository with a name of 100 characters
    Then she succeeds
    When she tries to add a repository with a name of 2 characters
    Then she succeeds

  @EXP-041 @critical @integration @requires.database
  Scenario: A project has one repository of an owner and a name
    Given Priya has the repository "lamps"
    When Priya tries to add the repository "lamps"
    Then she is refused as already used
    And Priya finds the repositories "lamps"
    When she adds the project "Cranes"
    And she tries to add the repository "lamps"
    Then she succeeds

  @EXP-041 @critical @concurrency @requires.database
  Scenario: Of a repository added five times at once there is one
    When Priya tries to add the repository "lamps" 5 times at the same moment
    Then exactly 1 of them is accepted
    And the other 4 are refused as already used
    And Priya finds the repositories "lamps"

  @EXP-032 @normal @integration @requires.database
  Scenario: All files of a repository are replaced at once
    Given Priya has the repository "lamps"
    And the repository holds the files
      | path        | text     |
      | README.md   | # Lamps  |
      | src/lamp.py | print(1) |
    When the repository gets the files
      | path        | text |
      | src/gate.py | é漢  |
    Then the repository has exactly the files
      | path        | bytes |
      | src/gate.py | 5     |

  @EXP-032 @normal @security @requires.database
  Scenario Outline: No file lies outside its repository
    Given Priya has the repository "lamps"
    When Priya tries to put the files "<paths>" into the repository
    Then she is refused as incomplete, since <place> is <fault>
    And the repository has no files

    Examples: ways out, and twice the same
      | paths            | place        | fault       |
      | /etc/passwd      | files.0.path | malformed   |
      | a.py, ../b.py    | files.1.path | malformed   |
      | src/../../b.py   | files.0.path | malformed   |
      | src//b.py        | files.0.path | malformed   |
      | a.py, b.py, a.py | files.2.path | not allowed |

  @EXP-032 @normal @contract @requires.database
  Scenario: A repository holds 500 files and 5 MiB at most
    Given Priya has the repository "lamps"
    When Priya tries to put 501 files of 1 bytes into the repository
    Then she is refused as incomplete, since files is too long
    When she tries to put 6 files of 1000000 bytes into the repository
    Then she is refused as too large
    And the repository has no files
    When she tries to put 500 files of 1 bytes into the repository
    Then she succeeds
    When she tries to put 5 files of 1048576 bytes into the repository
    Then she succeeds

@attendance
Feature: Who sees records, and how long photos are kept
  Whoever works at sites sees the own records; supervisors see those of the tenant. Photos are removed
  ninety days after the punch.

  @ATT-038 @blocker @security @requires.database
  Scenario Outline: A record is read by who has it and by who leads, and does not exist for others
    Given Acme has the gate "North gate"
    And Ravi works at Acme
    And Ravi was at "North gate" and has left
    And Toni is <role> at <tenant>
    When Toni tries to read the record of Ravi
    Then <outcome>

    Examples: of the tenant, and of another
      | role             | tenant | outcome                   |
      | a supervisor     | Acme   | she succeeds              |
      | an administrator | Acme   | she succeeds              |
      | a worker         | Acme   | she is refused as unknown |
      | an operator      | Acme   | she is refused as unknown |
      | a supervisor     | Globex | she is refused as unknown |
      | an administrator | Globex | she is refused as unknown |

  @ATT-038 @critical @integration @requires.database @requires.face @requires.clock @requires.queue
  Scenario: Photos are removed ninety days after the punch
    # So long a time passes at every tenant: what is old goes at Globex, too.
    Given Globex has the gate "Mill"
    And Acme has the gate "North gate"
    And Ravi works at Acme
    And the face service knows Ravi
    And Ravi has checked in at "North gate" with a photo
    And Ravi has checked out
    When 89 days pass
    And the photos of Acme that were kept long enough are looked for
    Then the photo of Ravi is kept
    When 1 day passes
    And the photos of Acme that were kept long enough are looked for
    Then the photo of Ravi is gone, and the record says so

  @ATT-038 @critical @integration @requires.database @requires.face @requires.clock @requires.queue
  Scenario: Nobody has to look for photos that were kept long enough
    # So long a time passes at every tenant: what is old goes at Globex, too.
    Given Globex has the gate "Mill"
    And Acme has the gate "North gate"
    And Ravi works at Acme
    And the face service knows Ravi
    And Ravi has checked in at "North gate" with a photo
    And Ravi has checked out
    When 91 days pass
    Then by itself the photo of Ravi goes

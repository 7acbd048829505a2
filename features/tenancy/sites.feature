@tenancy
Feature: Where a tenant works
  A tenant has sites, one below another. Each has a code of its own, by which people know it.

  @TEN-008 @critical @integration @requires.database
  Scenario: A site's code is used once, in capitals or not
    Given Sam is a supervisor at Acme
    And Acme has the site "Dock 4" with the code "Dock-4"
    And Acme has the site "Yard" with the code "Y1"
    When Sam tries to add the site "Quay" with the code "DOCK-4"
    Then he is refused as already used
    When he tries to give the site "Yard" the code "dock-4"
    Then he is refused as already used
    And the sites of Acme are exactly
      | site   | code   | below |
      | Dock 4 | Dock-4 |       |
      | Yard   | Y1     |       |

  @TEN-008 @critical @integration @requires.database
  Scenario: Two tenants use the same code
    Given Acme has the site "Dock 4" with the code "D4"
    And Gleb is a supervisor at Globex
    When Gleb tries to add the site "Deck of the mill" with the code "D4"
    Then he succeeds
    And the sites of Globex are exactly
      | site             | code | below |
      | Deck of the mill | D4   |       |
    And the sites of Acme are exactly
      | site   | code | below |
      | Dock 4 | D4   |       |

  @TEN-008 @normal @concurrency @requires.database
  Scenario: Of eight sites that are added with one code at once there is one
    Given Sam is a supervisor at Acme
    When Sam adds 8 sites with the code "Y1" at the same moment
    Then exactly 1 of them is accepted
    And the other 7 are refused as already used

  @TEN-009 @critical @integration @requires.database
  Scenario Outline: No site is above itself
    Given Acme has the site "Harbour"
    And Acme has the site "Dock 4" below "Harbour"
    And Acme has the site "Crane" below "Dock 4"
    And Sam is a supervisor at Acme
    When Sam tries to put the site "Harbour" below "<other>"
    Then he is refused as incomplete, since parent_id is not allowed
    And the sites of Acme are exactly
      | site    | code    | below   |
      | Harbour | harbour |         |
      | Dock 4  | dock-4  | Harbour |
      | Crane   | crane   | Dock 4  |

    Examples: itself, and each that is below it
      | other   |
      | Harbour |
      | Dock 4  |
      | Crane   |

  @TEN-009 @normal @integration @requires.database
  Scenario: A site is put below any other that is not below it
    Given Acme has the site "Harbour"
    And Acme has the site "Dock 4" below "Harbour"
    And Acme has the site "Yard"
    And Sam is a supervisor at Acme
    When Sam tries to put the site "Dock 4" below "Yard"
    Then he succeeds
    When he tries to put the site "Harbour" below "Dock 4"
    Then he succeeds
    And the sites of Acme are exactly
      | site    | code    | below  |
      | Yard    | yard    |        |
      | Dock 4  | dock-4  | Yard   |
      | Harbour | harbour | Dock 4 |

  @TEN-009 @normal @concurrency @requires.database
  Scenario: Of two sites that are put below each other at once one is
    Given Acme has the site "Harbour"
    And Acme has the site "Yard"
    And Sam is a supervisor at Acme
    When Sam puts the sites "Harbour" and "Yard" below each other at the same moment
    Then exactly 1 of them is accepted
    And the other 1 is refused as incomplete

  @TEN-010 @critical @integration @requires.database
  Scenario: A site with another below it stays until that one is removed
    Given Acme has the site "Harbour"
    And Acme has the site "Dock 4" below "Harbour"
    And Sam is a supervisor at Acme
    When Sam tries to remove the site "Harbour"
    Then he is refused as in use
    And the sites of Acme are exactly
      | site    | code    | below   |
      | Harbour | harbour |         |
      | Dock 4  | dock-4  | Harbour |
    When he tries to remove the site "Dock 4"
    Then he succeeds
    When he tries to remove the site "Harbour"
    Then he succeeds
    And the sites of Acme are exactly
      | site | code | below |

  @TEN-013 @normal @integration @requires.database
  Scenario: A site shows what is below it, and nothing of another tenant
    Given Acme has the site "Harbour"
    And Acme has the site "Dock 4" below "Harbour"
    And Acme has the site "Dock 5" below "Harbour"
    And Globex has the site "Mill"
    And Globex has the site "Weir" below "Mill"
    Then the site "Harbour" shows "Dock 4" and "Dock 5" below it, and no open task
    And the site "Mill" shows "Weir" below it, and no open task

@tenancy
Feature: Which tenant somebody speaks to
  A tenant has a host, and a name that can be said with a request. Before signing in one of them
  says which tenant is meant; after it, nobody gets anywhere in the name of another.

  Background:
    Given Priya runs missions at Acme

  @TEN-003 @critical @security @requires.database
  Scenario: The same address belongs to two different people at two tenants
    Given Gleb runs missions at Globex with Priya's e-mail address
    When Gleb signs in at the host of Globex
    Then he is known as an operator of Globex
    When Priya signs in at the host of Acme
    Then she is known as an operator of Acme

  @TEN-007 @critical @integration @requires.database
  Scenario Outline: A host is the same in capitals, and with a port
    When Priya signs in at the host of Acme, <written>
    Then she is known as an operator of Acme

    Examples: as somebody may type it
      | written                    |
      | as it is                   |
      | with a port                |
      | in capitals                |
      | in capitals, with a port   |

  @TEN-016 @critical @security @requires.database
  Scenario Outline: Before signing in nobody gets anywhere under a name that no tenant has
    When somebody asks with Priya's password for all that comes before signing in, <where> nobody has
    Then all of it is refused as not allowed

    Examples: both ways of naming a tenant, and the way of a stranger
      | where                  |
      | at a host that         |
      | at a foreign host that |
      | in a name that         |

  @TEN-018 @critical @security @requires.database
  Scenario: Before signing in nobody gets anywhere at one tenant's host in the name of another
    Given Gleb runs missions at Globex
    When somebody asks with Priya's password for all that comes before signing in, at the host of Acme in the name of Globex
    Then all of it is refused as not allowed
    When somebody asks with Priya's password for all that comes before signing in, at the host of Globex in the name of Acme
    Then all of it is refused as not allowed
    When Priya signs in at the host of Acme, in the name of Acme
    Then she is known as an operator of Acme

  @TEN-016 @normal @integration @requires.database
  Scenario Outline: The platform's own addresses name no tenant
    When Priya tries to sign in at <address>, and names no tenant
    Then she is refused as incomplete, since tenant is required
    When Priya signs in at <address>, in the name of Acme
    Then she is known as an operator of Acme

    Examples: its domain, and how it is reached on its own machine
      | address            |
      | the base domain    |
      | localhost:8000     |
      | 127.0.0.1          |
      | 127.0.0.1:8000     |
      | [::1]:8000         |

  @TEN-016 @normal @integration @requires.platform_key
  Scenario: What belongs to no tenant is answered in whatever name
    When somebody asks for all that belongs to no tenant, under names that nobody has
    Then all of it succeeds

  @TEN-006 @normal @security @requires.database
  Scenario: Every answer says for which tenant it was given, refused or not
    Given Gleb runs missions at Globex
    Then Priya's answers name Acme as their tenant
    And Gleb's answers name Globex as their tenant

  @TEN-017 @critical @security @requires.database
  Scenario Outline: Who is signed in at one tenant gets nowhere under the name of another
    When Priya asks for anything at all <where> of Globex
    Then all of it is refused as not allowed

    Examples: both ways of naming a tenant
      | where       |
      | at the host |
      | in the name |

  @TEN-017 @critical @security @requires.database
  Scenario: Who names a tenant that does not exist gets nowhere
    When Priya asks for anything at all in the name of a tenant that nobody has
    Then all of it is refused as not allowed

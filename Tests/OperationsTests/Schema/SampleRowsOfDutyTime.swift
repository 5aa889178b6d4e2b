import Store

extension SampleRow {
    /// Duty time in its box, what payroll was told of, a release that is asked for.
    static let ofDutyTime: [SampleRow] = [
        SampleRow(
            table: "duty_month", hasParent: true,
            statement:
                """
                INSERT INTO duty_month (agency, month, account, sealed)
                VALUES ('a', '2026-11', 'c', \(bytes(16413)))
                """),
        SampleRow(
            table: "payroll_export", hasParent: true,
            statement:
                """
                INSERT INTO payroll_export (id, agency, from_day, until_day, made_on, place, made_by)
                VALUES ('pppppppppppppppppppppppppp', 'a', '2026-10-01', '2026-10-31', '2026-11-02', 1, 'c')
                """),
        SampleRow(
            table: "duty_release", hasParent: true,
            statement:
                """
                INSERT INTO duty_release (id, agency, day, sealed)
                VALUES ('rrrrrrrrrrrrrrrrrrrrrrrrrr', 'a', '2026-11-20', \(bytes(285)))
                """),
    ]
}

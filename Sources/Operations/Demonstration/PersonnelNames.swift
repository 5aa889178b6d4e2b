/// Given and family names that often go together. People get a given name of one and now and then a family name of
/// another, as families do.
struct NameTradition {
    /// How many of a hundred people.
    let share: Int
    let given: [Substring]
    let family: [Substring]

    private init(_ share: Int, given: String, family: String) {
        self.share = share
        self.given = given.split(whereSeparator: \.isWhitespace)
        self.family = family.split(whereSeparator: \.isWhitespace)
    }

    static let all = [
        NameTradition(
            54,
            given: """
                Aaron Adam Alan Alexis Allison Amanda Amy Andrea Andrew Angela Anna Anthony Ashley Austin Barbara
                Benjamin Bethany Blake Brandon Brenda Brian Brittany Caleb Cameron Carol Catherine Chad Charles Chelsea
                Christine Christopher Cody Colleen Connor Courtney Craig Cynthia Dana Daniel David Deborah Dennis Derek
                Diane Donna Douglas Dustin Edward Elizabeth Emily Eric Erin Ethan Evelyn Frank Gary Gregory Hannah
                Heather Holly Jacob Jamie Janet Jason Jeffrey Jennifer Jessica John Jonathan Joseph Julia Justin
                Karen Katherine Kayla Keith Kelly Kenneth Kevin Kimberly Kyle Laura Lauren Leslie Linda Lisa Lori Lucas
                Margaret Mark Matthew Megan Melissa Michael Michelle Morgan Nancy Nathan Nicholas Nicole Olivia Pamela
                Patricia Patrick Paul Peter Rachel Rebecca Richard Robert Robin Ryan Samantha Samuel Sarah Scott Sean
                Shannon Sharon Stephanie Stephen Susan Taylor Thomas Timothy Tracy Travis Tyler Victoria Wendy William
                """,
            family: """
                Abbott Adams Albright Anderson Andrews Archer Ashford Atwood Bailey Baker Baldwin Barlow Barnes Barrett
                Bauer Becker Bennett Benson Bishop Blackwell Bowman Bradford Brennan Briggs Brooks Burke Burnett
                Calloway Campbell Carlson Carpenter Carver Chandler Clark Collins Conway Cooper Cox Crawford Dalton
                Davenport Davis Dawson Donovan Doyle Drake Eriksen Evans Fairchild Farrell Fischer Fitzgerald Fleming
                Fletcher Foster Fowler Gallagher Gardner Gibson Gilbert Graham Griffith Hale Hall Hamilton Hansen
                Harding Hartman Hayes Henderson Hoffman Holloway Horvath Hughes Hutchins Ingram Jensen Jorgensen
                Kaplan Keller Kelley Kendall Klein Knight Kowalski Kramer Larsen Lawson Leonard Lindqvist Lowell
                Lambert MacDonald Marsh Mason McAllister McBride McCarthy McKenna Meyer Miller Monroe Moore Morrison
                Murphy Nelson Newman Nolan Novak O'Brien O'Connor O'Neill Olson Osborne Palmer Parsons Patterson
                Pearson Petersen Petrov Pierce Porter Prescott Quinn Ramsey Reid Reynolds Rhodes Richter Rossi Russo
                Sanders Schmidt Schneider Schultz Shaw Shepherd Sinclair Smith Snyder Sorensen Spencer Stark Stewart
                Sullivan Sutton Thornton Tucker Turner Underwood Vance Vaughn Wagner Walsh Warner Webb Weber Whitaker
                Wilcox Winters Wood Wright Yates Young Ziegler
                """),
        NameTradition(
            22,
            given: """
                Adriana Alejandra Alejandro Ana Andrés Angélica Antonio Armando Beatriz Carlos Carmen Claudia Cristina
                Daniela Diego Eduardo Elena Esteban Fernando Francisco Gabriela Graciela Guadalupe Héctor Isabel Javier
                Jesús Jorge José Juan Julio Leticia Lorena Lucía Luis Manuel Marco María Mariana Maribel Marisol Miguel
                Mónica Natalia Óscar Pablo Pedro Rafael Ramón Raúl Ricardo Roberto Rosa Salvador Sergio Silvia Sofía
                Teresa Verónica Víctor Ximena Yolanda
                """,
            family: """
                Aguilar Aguirre Alvarado Álvarez Ávila Barajas Barrera Cabrera Camacho Cárdenas Castañeda Castillo
                Cervantes Chávez Contreras Cortez Delgado Díaz Domínguez Escobar Espinoza Estrada Fernández Figueroa
                Flores Fuentes Gallegos García Gómez González Guerrero Gutiérrez Hernández Herrera Ibarra Jiménez Juárez
                León López Lozano Luna Macías Maldonado Márquez Martínez Medina Mejía Mendoza Molina Montoya Morales
                Moreno Muñoz Navarro Núñez Ochoa Orozco Ortega Ortiz Pacheco Padilla Peña Pérez Quintero Ramírez Ramos
                Reyes Ríos Rivera Robles Rodríguez Rojas Romero Rosales Ruiz Salazar Sánchez Sandoval Santiago Serrano
                Solís Soto Suárez Torres Trujillo Valdez Valencia Vargas Vásquez Vega Velasco Villarreal Zamora Zúñiga
                """),
        NameTradition(
            11,
            given: """
                Aaliyah Alicia Andre Aisha Bianca Brianna Camille Cedric Curtis Damon Darius Darnell DeAndre Denise
                Derrick Dominique Ebony Elijah Gloria Imani Isaiah Jada Jamal Jasmine Jerome Kendra Keisha Kiara Lamar
                Latoya Latrice Malcolm Malik Marcus Marquis Maurice Monique Nia Quentin Raven Reggie Renee Shanice
                Terrance Tamara Tanisha Tiana Trevon Tyrone Vanessa Xavier Yvonne Zora
                """,
            family: """
                Addison Alston Banks Battle Beckford Booker Boykin Bryant Caldwell Carter Chatman Coleman Cummings
                Daniels Dixon Dupree Ellison Fields Franklin Gaines Goodwin Grant Greene Hampton Harris Hawkins Holmes
                Jackson James Jefferson Jenkins Johnson Jones Joseph Lewis Mack Marshall Mosley Parker Pettway Randolph
                Richardson Robinson Simmons Singleton Stokes Thomas Toussaint Tubbs Walker Washington Watkins Whitfield
                Williams Wilson Woodard
                """),
        NameTradition(
            9,
            given: """
                Aiko Akira Amit Anh Anjali Arjun Benilda Danilo Deepa Divya Duc Emiko Ha Harpreet Hiroshi Hoa Huy Jin
                Jiwon Kai Kavita Kenji Khanh Kiran Lan Li Linh Long Mai Manpreet Mei Minh Minji Naoko Neha Nhi Pao Phuong
                Pooja Priya Quan Rajiv Rizal Rohan Rosario Sandeep Seo-yeon Sunita Thao Thuy Tomas Trang Tuan Vikram Wei
                Xiong Yan Ye-jin Yuki
                """,
            family: """
                Aquino Bautista Chan Chang Chen Cheng Cho Choi Chowdhury Chung Dela-Cruz Dhillon Dinh Do Duong Fong Fujii
                Gill Gupta Ha Hayashi Hoang Huang Huynh Hwang Iyer Jung Kang Kapoor Kaur Khang Kim Kumar Kwon Lam Le Lee
                Lim Lin Liu Lor Luong Ly Magsaysay Mehta Moua Nakamura Ng Ngo Nguyen Ocampo Park Patel Pham Phan Rao Reddy
                Sato Sharma Shin Sidhu Singh Tanaka Thao Tran Trinh Truong Vang Villanueva Vo Vu Wang Wong Xiong Yamamoto
                Yang Yoon Zhang Zhou
                """),
        NameTradition(
            4,
            given: """
                Ahmad Alofa Amina Ani Armen Ayana Cheyenne Dakota Darya Farid Hana Ibrahim Kalani Keola Khalil Layla
                Leilani Malia Mahmoud Mina Nadia Narek Omar Parisa Samir Shirin Sione Talia Tariq Yusuf Zainab
                """,
            family: """
                Abadi Begay Benally Farah Fonoti Ghorbani Haddad Hakimi Hassan Hovsepian Kahale Karimi Keliʻi Khoury
                Mansour Nasser Nez Petrosyan Rahimi Sarkisian Sefo Tahmasian Tavita Tsosie Yazzie Yusufzai
                """),
    ]
}
